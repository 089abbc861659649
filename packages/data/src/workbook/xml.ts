// The tags and texts of an XML document in order, for the few parts of a workbook that are read. No DTD, so no entities of its own.
import { Refusal } from '../outcome.ts';

export interface XmlSink {
  /** A tag by its name without prefix; an empty element opens and closes. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Hands the content on. What is no well-formed XML is refused where that shows. */
export function readXml(xml: string, part: string, sink: XmlSink): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) sink.text(plain(xml.slice(at, tag < 0 ? xml.length : tag)));
    if (tag < 0) return;
    at = readMarkup(xml, tag, part, sink);
  }
}

function readMarkup(xml: string, at: number, part: string, sink: XmlSink): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at, part);
  if (xml.startsWith('<?', at)) return after(xml, '?>', at, part);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at, part);
    sink.text(xml.slice(at + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', at)) throw new Refusal('file.workbook', { part });
  const end = after(xml, '>', at, part);
  const closing = xml[at + 1] === '/';
  const empty = xml[end - 2] === '/';
  const body = xml.slice(at + (closing ? 2 : 1), end - (empty ? 2 : 1));
  const space = body.search(/\s/);
  const name = (space < 0 ? body : body.slice(0, space)).replace(/^.*:/, '');
  if (!closing) sink.open(name, space < 0 ? '' : body.slice(space));
  if (closing || empty) sink.close(name);
  return end;
}

function after(xml: string, mark: string, at: number, part: string): number {
  const end = xml.indexOf(mark, at);
  if (end < 0) throw new Refusal('file.workbook', { part });
  return end + mark.length;
}

/** An attribute, with or without a prefix; undefined where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found === null ? undefined : plain(found[1] ?? found[2] ?? '');
}

const named: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
