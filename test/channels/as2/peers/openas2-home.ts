import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewHubKey } from '../../../../services/channels/hub-keys.ts';

/** A partnership of OpenAS2 with the hub under one of its ids: attributes by their names. */
export interface Partnership {
  readonly hubId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface OpenAs2Home {
  readonly dir: string;
  readonly config: string;
  /** Files put there are sent to the hub under this id. */
  outbox(hubId: string): string;
  /** Where files of the hub under this id arrive. */
  readonly inbox: string;
}

/** The folder of an OpenAS2 that exchanges with the hub: keys, configuration, partnerships. */
export function openAs2Home(of: {
  readonly port: number;
  readonly mdnPort: number;
  readonly hubUrl: string;
  readonly partnerId: string;
  readonly hub: NewHubKey;
  readonly partner: NewHubKey;
  readonly partnerships: readonly Partnership[];
}): OpenAs2Home {
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-openas2-'));
  const path = (...names: string[]) => join(dir, ...names);
  for (const folder of ['inbox', 'temp', 'mdn']) mkdirSync(path(folder));
  makeKeystore(path, of);
  writeFileSync(path('partnerships.xml'), partnershipsXml(of, path('outbox')));
  writeFileSync(path('commands.xml'), '<commands/>');
  writeFileSync(path('config.xml'), configXml(dir, of));
  const outbox = (hubId: string) => path('outbox', hubId);
  for (const { hubId } of of.partnerships) mkdirSync(outbox(hubId), { recursive: true });
  return { dir, config: path('config.xml'), outbox, inbox: path('inbox') };
}

function makeKeystore(path: (...names: string[]) => string, { hub, partner }: { hub: NewHubKey; partner: NewHubKey }) {
  writeFileSync(path('partner.pem'), partner.publicPart + partner.privatePart);
  writeFileSync(path('hub.pem'), hub.publicPart);
  const keystore = ['-storetype', 'PKCS12', '-storepass', 'testas2', '-keystore', path('certs.p12')];
  execFileSync('openssl', [
    ...['pkcs12', '-export', '-in', path('partner.pem'), '-name', 'partner'],
    ...['-passout', 'pass:testas2', '-out', path('certs.p12')],
  ]);
  execFileSync('keytool', ['-importcert', '-noprompt', '-alias', 'hub', '-file', path('hub.pem'), ...keystore], {
    stdio: 'ignore',
  });
}

function partnershipsXml(
  { partnerId, partnerships, hubUrl }: Parameters<typeof openAs2Home>[0],
  outbox: string,
): string {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const one = ({ hubId, attributes }: Partnership) => {
    const whole = {
      ...{
        protocol: 'as2',
        subject: 'EDI',
        as2_url: hubUrl,
        as2_mdn_to: 'edi@partner.example',
        resend_max_retries: '0',
      },
      ...{ content_transfer_encoding: 'binary', sign: 'SHA-256', encrypt: 'aes256' },
      as2_mdn_options:
        'signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, $attribute.sign$',
      ...attributes,
    };
    // What is empty is not said.
    const list = Object.entries(whole).flatMap(([name, value]) =>
      value === '' ? [] : [`<attribute name="${name}" value="${xml(value)}"/>`],
    );
    return `<partner name="${hubId}" as2_id="${hubId}" x509_alias="hub" email="hub@hub.example"/>
<partnership name="to-${hubId}"><sender name="partner"/><receiver name="${hubId}"/>
<pollerConfig enabled="true" outboxdir="${outbox}/${hubId}" interval="1" mimetype="application/octet-stream"/>
${list.join('\n')}</partnership>
<partnership name="from-${hubId}"><sender name="${hubId}"/><receiver name="partner"/></partnership>`;
  };
  return `<?xml version="1.0"?><partnerships>
<partner name="partner" as2_id="${partnerId}" x509_alias="partner" email="edi@partner.example"/>
${partnerships.map(one).join('\n')}
</partnerships>`;
}

const configXml = (
  dir: string,
  { port, mdnPort }: { readonly port: number; readonly mdnPort: number },
): string => `<?xml version="1.0" encoding="UTF-8"?>
<openas2>
<properties storageBaseDir="${dir}" partnership_file="${dir}/partnerships.xml" log_date_format="yyyy-MM-dd HH:mm:ss.SSS"
  as2_message_id_format="$date.yyyyMMddHHmmssZ$-$rand.123456$@partner"
  as2_receive_message_filename_fallback="$rand.shortUUID$" as2_async_mdn_url="http://127.0.0.1:${mdnPort}"
  pollerConfigBase.outboxdir="${dir}/outbox/$partnership.receiver.as2_id$" reject_unsigned_messages="false"/>
<certificates classname="org.openas2.cert.PKCS12CertificateFactory" identifier="as2_certs" filename="${dir}/certs.p12" password="testas2" interval="300"/>
<commands classname="org.openas2.cmd.XMLCommandRegistry" filename="${dir}/commands.xml"/>
<commandProcessors/>
<processor classname="org.openas2.processor.DefaultProcessor" pendingMDN="${dir}/pending" pendingMDNinfo="${dir}/pendinginfo" resend_max_retries="0">
<module classname="org.openas2.processor.sender.AS2SenderModule" readtimeout="60000"/>
<module classname="org.openas2.processor.sender.MDNSenderModule"/>
<module classname="org.openas2.processor.storage.MDNFileModule" filename="${dir}/mdn/$mdn.msg.headers.message-id$" protocol="as2" tempdir="${dir}/temp"/>
<module classname="org.openas2.processor.storage.MessageFileModule" filename="${dir}/inbox/$msg.sender.as2_id$-$msg.content-disposition.filename$" header="${dir}/temp/$msg.headers.message-id$" protocol="as2" tempdir="${dir}/temp"/>
<module classname="org.openas2.processor.receiver.AS2ReceiverModule" address="127.0.0.1" port="${port}" errordir="${dir}/error" errorformat="sender.as2_id, receiver.as2_id, headers.message-id"/>
<module classname="org.openas2.processor.receiver.AS2MDNReceiverModule" address="127.0.0.1" port="${mdnPort}"/>
<module classname="org.openas2.processor.resender.DirectoryResenderModule" resenddir="${dir}/resend" errordir="${dir}/resend/error" resenddelay="5"/>
</processor>
<pollerConfigBase classname="org.openas2.processor.receiver.AS2DirectoryPollingModule" outboxdir="${dir}/outbox/$partnership.receiver.as2_id$"
  errordir="${dir}/outbox-error/$partnership.receiver.as2_id$" interval="1" defaults="sender.as2_id=$partnership.sender.as2_id$, receiver.as2_id=$partnership.receiver.as2_id$"
  sendfilename="true" mimetype="application/octet-stream" process_files_in_parallel="false" max_parallel_files="20" max_file_processing_time_minutes="30"/>
<partnerships classname="org.openas2.partner.XMLPartnershipFactory" filename="${dir}/partnerships.xml" interval="600"/>
</openas2>
`;
