// Draws a help page. Texts are texts: nothing of a page is taken for HTML.
import { createElement, Fragment, type ReactNode } from 'react';
import classes from './markdown.module.css';
import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';

export function Markdown({ text }: { readonly text: string }) {
  return <article className={classes.markdown}>{numbered(parseMarkdown(text), drawBlock)}</article>;
}

/** Parts have no identity but their place, and never change. */
function numbered<T>(parts: readonly T[], draw: (part: T) => ReactNode): ReactNode {
  return parts.map((part, at) => createElement(Fragment, { key: at }, draw(part)));
}

function drawBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'heading':
      return createElement(`h${Math.min(6, block.level + 1)}`, {}, drawInline(block.parts));
    case 'paragraph':
      return <p>{drawInline(block.parts)}</p>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = numbered(block.items, (item) => <li>{drawInline(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {numbered(block.head, (cell) => (
                <th scope="col">{drawInline(cell)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(block.rows, (row) => (
              <tr>
                {numbered(row, (cell) => (
                  <td>{drawInline(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function drawInline(parts: readonly Inline[]): ReactNode {
  return numbered(parts, (part) => {
    switch (part.type) {
      case 'text':
        return part.text;
      case 'code':
        return <code>{part.text}</code>;
      case 'strong':
        return <strong>{drawInline(part.parts)}</strong>;
      case 'emphasis':
        return <em>{drawInline(part.parts)}</em>;
      case 'link':
        return (
          <a href={part.to} target="_blank" rel="noreferrer">
            {drawInline(part.parts)}
          </a>
        );
    }
  });
}
