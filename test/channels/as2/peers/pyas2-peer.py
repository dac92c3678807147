"""A partner that speaks AS2 by pyas2-lib (PYTHONPATH leads to it): an HTTP server on loopback that takes messages at /as2 and is told what to send at /send."""

import base64
import http.client
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlparse

from pyas2lib import Mdn, Message, Organization, Partner

config = {}
received = []
sent = {}
receipts = {}


def organization():
    return Organization(
        as2_name=config["partnerId"],
        sign_key=config["keyPem"].encode(),
        sign_key_pass="",
        decrypt_key=config["keyPem"].encode(),
        decrypt_key_pass="",
        mdn_url=config["url"],
    )


def hub(**settings):
    certificate = config["hubPem"].encode()
    return Partner(
        as2_name=config["ourId"], verify_cert=certificate, encrypt_cert=certificate, validate_certs=False, **settings
    )


def post(url, headers, body):
    to = urlparse(url)
    connection = http.client.HTTPConnection(to.hostname, to.port, timeout=60)
    connection.request("POST", to.path or "/", body, dict(headers))
    answer = connection.getresponse()
    whole = answer.read()
    head = "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders())
    connection.close()
    return answer.status, head.encode() + b"\r\n" + whole, whole


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.replace("\n", "").replace("\r", ""))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/as2":
            return self.take(body)
        result = {"/configure": self.configure, "/send": self.send, "/received": self.last, "/receipt": self.receipt}[
            self.path
        ](json.loads(body or b"{}"))
        self.answer(200, {"Content-Type": "application/json"}, json.dumps(result).encode())

    def configure(self, given):
        config.update(given)
        return {}

    def last(self, _):
        return received[-1] if received else {}

    def receipt(self, given):
        return receipts.get(given["messageId"], {})

    def take(self, body):
        head = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        raw = head.encode() + b"\r\n" + body
        if "report" in self.headers.get("Content-Type", "") or b"disposition-notification" in body[:4000]:
            mdn = Mdn()
            status, detail = mdn.parse(raw, lambda message_id, _: sent.get(message_id))
            receipts[mdn.orig_message_id] = {"status": status, "detail": detail}
            return self.answer(200, {}, b"")
        message = Message()
        policy = config.get("policy", {})
        status, (error, _), mdn = message.parse(
            raw, find_org_cb=lambda _: organization(), find_partner_cb=lambda _: hub(**policy)
        )
        content = b"" if error else (message.content or b"")
        one = {
            "status": status,
            "error": str(error) if error else None,
            "bytes": base64.b64encode(content).decode(),
            "signed": bool(message.signed),
            "encrypted": bool(message.encrypted),
            "compressed": bool(message.compressed),
            "fileName": message.payload.get_filename() if message.payload is not None else None,
        }
        received.append(one)
        if mdn is None:
            return self.answer(200, {}, b"")
        one["mdn"] = base64.b64encode(mdn.headers_str + b"\r\n" + mdn.content).decode()
        if mdn.mdn_mode == "ASYNC":
            self.answer(202, {}, b"")
            threading.Thread(target=lambda: post(mdn.mdn_url, mdn.headers, mdn.content)).start()
            return None
        return self.answer(200, dict(mdn.headers), mdn.content)

    def send(self, given):
        message = Message(sender=organization(), receiver=hub(**given["settings"]))
        message.build(
            base64.b64decode(given["bytes"]),
            filename=given["fileName"],
            subject="EDI",
            content_type=given.get("contentType", "application/octet-stream"),
        )
        sent[message.message_id] = message
        status, raw, body = post(given["to"], message.headers, message.content)
        result = {
            "http": status,
            "messageId": message.message_id,
            "request": base64.b64encode(message.headers_str + b"\r\n" + message.content).decode(),
            "response": base64.b64encode(raw).decode(),
            "mic": message.mic.decode() if message.mic else None,
        }
        if status == 200 and body:
            mdn = Mdn()
            result["status"], result["detail"] = mdn.parse(
                raw, lambda message_id, _: message if message_id == message.message_id else None
            )
        return result


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
config["url"] = f"http://127.0.0.1:{server.server_address[1]}/as2"
print(json.dumps({"url": config["url"]}), flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
# The one who started us has gone when this ends.
sys.stdin.read()
