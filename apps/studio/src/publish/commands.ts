// Commands by which other systems use a published definition, for any POSIX shell.

interface Surroundings {
  readonly origin: string;
  /** The flow's id, which is the definition's name. */
  readonly flow: string;
  /** Key of an imported customer. */
  readonly customer: string;
}

export interface WayToUse {
  readonly name: 'pull' | 'local' | 'decide' | 'members';
  readonly command: string;
}

/** Pulling the file, deciding without the server, asking the server, listing the members. */
export function waysToUse({ origin, flow, customer }: Surroundings): readonly WayToUse[] {
  const json = "-H 'Content-Type: application/json'";
  return [
    { name: 'pull', command: `curl -fsS ${origin}/v1/definitions/${flow} -o ${flow}.json` },
    { name: 'local', command: `tierflow decide ${flow}.json < records.ndjson > decisions.ndjson` },
    { name: 'decide', command: `curl -fsS ${origin}/v1/decide/${flow} ${json} -d ${quoted(JSON.stringify({ key: customer }))}` },
    {
      name: 'members',
      command: `run=$(curl -fsS ${origin}/v1/runs ${json} -d ${quoted(JSON.stringify({ flow }))} | sed -E 's/.*"run":"([^"]+)".*/\\1/')\ncurl -fsS ${origin}/v1/runs/$run/members -H 'Accept: text/csv' -o members.csv`,
    },
  ];
}

/** One word for the shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
