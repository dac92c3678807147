import { join } from 'node:path';
import { Router, static as serveStatic } from 'express';

/** The built portal: its files, and its page for every address that a browser asks for and nobody else has. */
export function portal(dir: string): Router {
  const router = Router();
  // Vite puts a hash into the names below assets/, so they never change.
  router.use(
    '/assets',
    serveStatic(join(dir, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  router.use(
    serveStatic(dir, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*page}', (request, response, next) => {
    const page = request.accepts(['json', 'html']) === 'html' && !/^\/(v1|assets)(\/|$)/.test(request.path);
    if (!page) return next();
    response.sendFile(
      'index.html',
      { root: dir, headers: { 'Cache-Control': 'no-cache' } },
      (error) => error && next(error),
    );
  });
  return router;
}
