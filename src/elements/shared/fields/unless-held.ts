import { type ChildPart, Directive, directive } from 'lit/directive.js';

type Draw = () => unknown;

class UnlessHeld extends Directive {
  render(_: string, draw: Draw, __: Draw): unknown {
    return draw();
  }

  override update({ parentNode }: ChildPart, [id, draw, keep]: [string, Draw, Draw]): unknown {
    const { activeElement } = parentNode.getRootNode() as ShadowRoot;
    return activeElement?.id === id ? keep() : draw();
  }
}

/** Draws the first, unless the control of that id has the focus: then the second, so that no hand loses what it holds. */
export const unlessHeld = directive(UnlessHeld);
