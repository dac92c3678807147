import { IconFileDescription, IconPaperclip } from '@tabler/icons-react';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SetCode } from '../../ui/small.tsx';
import { Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './guides.module.css';
import type { Guides } from './guides-query.ts';
import { sizeText } from './words.ts';

type Upload = Guides['attachments'][number];

const addressOf = (partnerId: string, { id }: Upload) => `/v1/partners/${partnerId}/guides/uploads/${id}`;

/** The guides of the draft by document: version, author, and the file of which each was made. */
export function GuideTable({ partnerId, guides }: { readonly partnerId: string; readonly guides: Guides }) {
  return (
    <Panel title="Guides" note="of the draft, which the sandbox runs">
      {guides.guides.length === 0 ? (
        <Nothing icon={<IconFileDescription size={20} stroke={1.6} />} title="No guide yet">
          Documents are checked by the standard alone. Upload the specification that you have, above.
        </Nothing>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Version</th>
              <th scope="col">State</th>
              <th scope="col">Written by</th>
              <th scope="col">Made of</th>
            </tr>
          </thead>
          <tbody>
            {guides.guides.map((guide) => (
              <tr key={guide.path}>
                <th scope="row">
                  <SetCode code={guide.set} /> <span>{guide.title}</span>
                </th>
                <td className="mono">{guide.versions.join(', ')}</td>
                <td>
                  {guide.released ? (
                    <Tag tone="green">in production</Tag>
                  ) : (
                    <Tag tone="amber">in the draft, not released</Tag>
                  )}
                </td>
                <td>
                  {guide.by === undefined ? '' : `${guide.by}, `}
                  {guide.at !== undefined && <RelativeTime at={guide.at} />}
                </td>
                <td>
                  {guide.origin === undefined ? (
                    <span className={classes.faint}>{guide.path}</span>
                  ) : (
                    <a href={addressOf(partnerId, guide.origin)} download>
                      {guide.origin.fileName}
                      <span className={classes.faint}>
                        {' '}
                        {guide.origin.format}, {sizeText(guide.origin.sizeBytes)}
                      </span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** PDF and Word files: for people to read. */
export function Attachments({ partnerId, files }: { readonly partnerId: string; readonly files: readonly Upload[] }) {
  if (files.length === 0) return null;
  return (
    <Panel title="For people to read" note="kept as they were uploaded; no document is checked by them">
      <ul className={classes.rows}>
        {files.map((file) => (
          <li key={file.id}>
            <IconPaperclip size={15} aria-hidden="true" />
            <a className={classes.words} href={addressOf(partnerId, file)} download>
              {file.fileName}
            </a>
            <span className={classes.end}>
              {file.format}, {sizeText(file.sizeBytes)}, {file.by}, <RelativeTime at={file.at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
