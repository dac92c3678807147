import type { Knex } from 'knex';

const seals = `
-- proof: who wrote the entry had the hub's keys. seal: who chained it had them, by the key named. Both are made outside of the database, which has no key.
alter table audit_entry add column proof bytea, add column seal bytea, add column key_id text;

create or replace function audit_entry_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.hash is null and new.hash is not null
     and (new.id, new.org_id, new.at, new.actor, new.action, new.document_id, new.detail, new.proof)
         is not distinct from (old.id, old.org_id, old.at, old.actor, old.action, old.document_id, old.detail, old.proof) then
    return new;
  end if;
  raise exception 'audit entries are append-only';
end $$;

-- What was written before there were proofs is chained as it was then, so that no entry without a proof waits for a seal.
do $$
declare entry record; former bytea; seq bigint; field text; content bytea;
begin
  for entry in select *, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as said from audit_entry where hash is null order by id loop
    select e.hash, e.chain_seq into former, seq from audit_entry e where e.org_id = entry.org_id and e.chain_seq is not null order by e.chain_seq desc limit 1;
    former := coalesce(former, decode(repeat('00', 32), 'hex'));
    seq := coalesce(seq, 0) + 1;
    content := former;
    foreach field in array array[seq::text, entry.org_id::text, entry.said, entry.actor, entry.action, coalesce(entry.document_id::text, ''), entry.detail::text] loop
      content := content || convert_to(octet_length(convert_to(field, 'UTF8')) || ':', 'UTF8') || convert_to(field, 'UTF8');
    end loop;
    update audit_entry set chain_seq = seq, previous_hash = former, hash = sha256(content) where id = entry.id;
  end loop;
end $$;

-- The only way to fill in hashes: each continues the chain of its organisation, and none is filled in twice.
create function audit_seal(sealed jsonb) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare changed integer;
begin
  if exists (
    with given as (
      select s.seq, s.previous, s.hash, e.org_id from jsonb_to_recordset(sealed) as s(id bigint, seq bigint, previous text, hash text)
      left join public.audit_entry e on e.id = s.id
    ), head as (
      select o.org_id, coalesce(h.chain_seq, 0) as seq, coalesce(encode(h.hash, 'hex'), repeat('0', 64)) as hash from (select distinct org_id from given) o
      left join lateral (select chain_seq, hash from public.audit_entry where org_id = o.org_id and chain_seq is not null order by chain_seq desc limit 1) h on true
    )
    select from (
      select seq, previous, org_id, row_number() over w as place, lag(hash) over w as former from given window w as (partition by org_id order by seq)
    ) g left join head h using (org_id) where h.seq + g.place is distinct from g.seq or coalesce(g.former, h.hash) is distinct from g.previous
  ) then
    raise exception 'the seals do not continue the chain';
  end if;
  update public.audit_entry e set chain_seq = s.seq, previous_hash = decode(s.previous, 'hex'), hash = decode(s.hash, 'hex'), seal = decode(s.seal, 'hex'), key_id = s.key
    from jsonb_to_recordset(sealed) as s(id bigint, seq bigint, previous text, hash text, seal text, key text) where e.id = s.id;
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke execute on function audit_seal(jsonb) from public;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(seals.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Seals are evidence: they are not removed.');
}
