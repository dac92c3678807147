/** Whether a name is one under which programs write a file before they give it its own. */
export const isUnfinished = (name: string): boolean =>
  /^\.|\.(tmp|part|partial|filepart|crdownload|uploading|writing)$/i.test(name);
