/// What the programs of pages with articles share. Texts of documents become text nodes and nothing else.
enum ArticleScript {
  static let common = #"""

    'use strict';
    const at = (id) => document.getElementById(id);
    const read = (id) => JSON.parse(at(id).textContent);
    const index = read('index');
    const count = (n) => n.toLocaleString('en');

    function make(tag, attributes, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes || {})) {
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
      }
      element.append(...children.filter((child) => child !== null && child !== undefined));
      return element;
    }

    const hue = (label) => `--h:${index.labels[label][1]}`;
    const labelName = (label) => index.labels[label][0];

    /** The pieces of a text: text nodes, and elements for what is annotated; `spots` gets each node with its offset. */
    function* pieces(article, text, runs, spots = []) {
      let offset = 0;
      for (let i = 0; i < runs.length; i += 4) {
        const [length, entity, quotation, flags] = runs.slice(i, i + 4);
        const wrap = (words, start) => {
          const classes = [];
          const node = document.createTextNode(words);
          spots.push([start, node]);
          if (quotation >= 0) classes.push('q');
          if (flags & 1) classes.push('s');
          if (entity >= 0) {
            classes.push('e');
            const label = article.entities[entity][0];
            return make('mark', { class: classes.join(' '), style: hue(label), 'data-e': entity, tabindex: -1 }, node);
          }
          return classes.length ? make('span', { class: classes.join(' ') }, node) : node;
        };
        yield { text: text.slice(offset, offset + length), offset, isHeading: (flags & 2) > 0, wrap };
        offset += length;
      }
    }

    function flow(article, spots) {
      const blocks = [];
      const levels = new Map(article.sections.map(([level, , start], number) => [start, [level, number]]));
      let block = null;
      for (const piece of pieces(article, article.text, article.runs, spots)) {
        if (levels.has(piece.offset) && piece.isHeading) {
          const [level, number] = levels.get(piece.offset);
          block = make('h' + Math.min(level + 1, 4), { id: 's' + number, tabindex: -1 });
          blocks.push(block);
        }
        let start = piece.offset;
        for (const part of piece.text.split(/(\n\s*\n|\n)/)) {
          start += part.length;
          if (!part) continue;
          if (part[0] === '\n' && (part.length > 1 || !block || block.id)) { block = null; continue; }
          if (!block) blocks.push(block = make('p'));
          block.append(piece.wrap(part, start - part.length));
        }
      }
      return make('div', { class: 'text' }, ...blocks);
    }

    """#
}
