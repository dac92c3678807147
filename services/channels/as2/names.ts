/** An AS2 id as it stands in a header: quoted where it has more than the characters of a token (RFC 4130 6.2). */
export const writeId = (id: string): string =>
  /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(id) ? id : `"${id.replaceAll(/["\\]/g, '\\$&')}"`;

export const readId = (field: string): string => {
  const text = field.trim();
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
};

/** The id of the message that hands a document over: the same each time, so that the partner recognises what is sent again. */
export const messageIdOf = (documentId: string): string => `<${documentId}@as2.crossdock>`;

/** An id as a receipt repeats it; some programs leave its brackets away. */
export const bracketed = (id: string): string => {
  const text = id.trim();
  return /^<.*>$/.test(text) ? text : `<${text}>`;
};

/** The document of such an id; what follows its UUID tells one sending from another. */
export const documentIdOf = (messageId: string): string | undefined =>
  /^<([0-9a-f-]{36})[^@]*@as2\.crossdock>$/.exec(messageId.trim())?.[1];

/** Whether a Message-ID can be one: 998 characters of a line (RFC 5322) less the name of its field; programs write blanks, quotes and more into it, and get it back as it came. */
export const isMessageId = (id: string): boolean => id.length > 0 && id.length <= 970 && /^[\x20-\x7e]+$/.test(id);
