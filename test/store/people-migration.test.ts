import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { down, up } from '../../migrations/20261130_010_people.ts';
import { testDatabase } from '../support/database.ts';

test('whoever could change something is an admin of its side, whoever could only look still only looks', async () => {
  const database = await testDatabase();
  const { knex } = database;
  try {
    await down(knex);
    const [owner, partner] = [uuidv7(), uuidv7()];
    await knex('organization').insert([
      { id: owner, name: 'Northgate', kind: 'owner' },
      { id: partner, name: 'Quayside', kind: '3pl' },
    ]);
    for (const [orgId, side] of [
      [owner, 'team'],
      [partner, 'partner'],
    ] as const)
      for (const role of ['admin', 'member', 'viewer']) {
        const id = uuidv7();
        await knex('app_user').insert({ id, email: `${side} ${role}`, name: role, password_hash: 'x' });
        await knex('membership').insert({ user_id: id, org_id: orgId, role });
      }
    await up(knex);
    const rows = await knex('membership as m').join('app_user as u', 'u.id', 'm.user_id').select('u.email', 'm.roles');
    expect(Object.fromEntries(rows.map(({ email, roles }) => [email, roles]))).toEqual({
      'team admin': ['team-admin'],
      'team member': ['team-admin'],
      'team viewer': ['team-auditor'],
      'partner admin': ['partner-admin'],
      'partner member': ['partner-admin'],
      'partner viewer': ['partner-viewer'],
    });
    const changed = (roles: string[], orgId: string) => knex('membership').where({ org_id: orgId }).update({ roles });
    await expect(changed(['team-admin'], partner)).rejects.toThrow('not those of this organisation');
    await expect(changed([], partner)).rejects.toThrow('membership_roles_check');
    await expect(changed(['team-admin', 'partner-admin'], owner)).rejects.toThrow('membership_roles_check');
  } finally {
    await database.drop();
  }
});
