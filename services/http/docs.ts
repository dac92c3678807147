import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router, static as serveStatic } from 'express';
import { contractText } from './contract-file.ts';
import { backBar, backStyle, errorsPage } from './errors-page.ts';

const swaggerDir = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const errorsFile = new URL('../../specs/errors.md', import.meta.url);
const shown = /^\/(swagger-ui\.css|swagger-ui-bundle\.js|favicon-32x32\.png)$/;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Crossdock API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/back.css">
</head>
<body>
${backBar}
<div id="ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

// No validator badge and no other host: the page works without the internet, and tells nobody that it was opened.
const script = `if (self !== top) document.documentElement.classList.add('framed');
const chosen = localStorage.getItem('crossdock-color-scheme');
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.classList.toggle('dark-mode', dark);
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null, tryItOutEnabled: false });\n`;

/** The contract for people (`/docs`) and machines (`/openapi.json`), and the meaning of every error (`/docs/errors`). */
export function docs(): Router {
  const router = Router();
  const errors = errorsPage(readFileSync(errorsFile, 'utf8'));
  router.get('/openapi.json', (_request, response) => void response.type('json').send(contractText));
  router.get('/docs', (_request, response) => void response.type('html').send(page));
  router.get('/docs/errors', (_request, response) => void response.type('html').send(errors));
  router.get('/docs/back.css', (_request, response) => void response.type('css').send(backStyle));
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(script));
  const files = serveStatic(swaggerDir, { index: false, redirect: false, maxAge: '1h' });
  router.use('/docs', (request, response, next) =>
    shown.test(request.path) ? files(request, response, next) : next(),
  );
  return router;
}
