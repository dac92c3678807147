import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, roles } from '../../services/bin/config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

type Service = {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  profiles?: string[];
  depends_on?: Record<string, unknown>;
  configs?: { source: string }[];
  volumes?: string[];
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  configs: Record<string, { content: string }>;
};

const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const built = services.filter(([, service]) => service.build !== undefined);
const hubs = built.filter(([name]) => name !== 'migrate');

/** Where a file departs from the schema of the Compose Specification; how it is laid out is not looked at. */
function schemaViolations(file: string): readonly string[] {
  const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
  // The types that the package ships miss a file of their own.
  const results = linter.lintFiles([file], false) as readonly {
    messages: readonly { rule: string; message: string }[];
  }[];
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ rule }) => rule === 'invalid-schema' || rule === 'invalid-yaml')
    .map(({ message }) => message);
}

describe('docker-compose.yml', () => {
  test('is valid by the Compose Specification, and a command that YAML reads as a mapping would not be', () => {
    expect(schemaViolations(join(root, 'docker-compose.yml'))).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'compose-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const spoiled = join(folder, 'docker-compose.yml');
    writeFileSync(
      spoiled,
      read('docker-compose.yml').replace(/- "(fetch\(.*)"/, (_, command) => `- ${command.replace(' :', ':')}`),
    );
    expect(schemaViolations(spoiled)).toEqual([expect.stringContaining('/services/api/healthcheck/test')]);
  });

  test('has one service for each role, and they are configured as the hub reads it', () => {
    expect(hubs.map(([name]) => name).toSorted()).toEqual([...roles].toSorted());
    for (const [name, { command, environment = {} }] of hubs) {
      expect(command).toEqual(['start', '--role', name]);
      const filled = Object.entries(environment).map(([key, value]) => [
        key,
        value.replace(/\$\{\w+:-([^}]*)\}/g, '$1'),
      ]);
      const config = readConfig(Object.fromEntries(filled) as NodeJS.ProcessEnv, [name]);
      expect(config).toMatchObject({ baseUrl: 'http://api:8080', redisUrl: 'redis://redis:6379', demo: false });
      expect(config).toMatchObject({ databaseUrl: 'postgres://postgres:5432/crossdock', ownerUrl: undefined });
    }
  });

  test("only `migrate` has the owner's login, and the others wait for it", () => {
    const { command, environment = {} } = compose.services.migrate!;
    expect(command).toEqual(['migrate']);
    expect(environment.DATABASE_OWNER_URL).toMatch(/^postgres:\/\/crossdock:.*@postgres:5432\/crossdock$/);
    for (const [name, service] of hubs) {
      expect(JSON.stringify(service.environment), name).not.toContain('POSTGRES_PASSWORD');
      expect(service.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
    }
  });

  test('without a profile starts the hub and its two stores, and nothing else', () => {
    const plain = services.filter(([, { profiles }]) => !profiles).map(([name]) => name);
    expect(plain.toSorted()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
    const profiles = new Set(services.flatMap(([, service]) => service.profiles ?? []));
    expect([...profiles].toSorted()).toEqual(['observability', 'odoo', 'odoo17', 'odoo18', 'odoo19']);
  });

  test('names a version of every image', () => {
    for (const [name, { image, build }] of services) if (!build) expect(image, name).toMatch(/:v?\d/);
  });

  test('refers only to services, volumes and configurations that it has, under every profile that needs them', () => {
    for (const [name, service] of services) {
      for (const other of Object.keys(service.depends_on ?? {})) {
        const needed = compose.services[other];
        expect(needed, `${name} needs ${other}`).toBeDefined();
        if (needed?.profiles)
          for (const profile of service.profiles ?? ['']) expect(needed.profiles).toContain(profile);
      }
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      for (const { source } of service.configs ?? []) expect(Object.keys(compose.configs)).toContain(source);
    }
    for (const { content } of Object.values(compose.configs)) expect(typeof parse(content)).toBe('object');
  });

  test('keeps Redis on disk and PostgreSQL durable', () => {
    expect(compose.services.redis?.command?.join(' ')).toMatch(/--appendonly yes/);
    expect(compose.services.postgres?.command?.join(' ')).toMatch(/synchronous_commit=on/);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  test('the image runs as an ordinary user on Node 24', () => {
    expect(last[0]).toMatch(/^FROM node:24/);
    expect(last).toContain('USER node');
    expect(lines.filter((line) => line.startsWith('FROM ')).length).toBeGreaterThan(2);
  });

  test('every folder that it copies is there and is let through by .dockerignore', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(allowed).toContain(source);
    }
  });

  test('starts the program that package.json calls crossdock', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: { crossdock: string } };
    expect(last).toContain(`ENTRYPOINT ["node", "${bin.crossdock}"]`);
  });
});
