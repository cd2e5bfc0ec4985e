import type { XYComponentCore } from '@unovis/ts/core/xy-component/index.js';
import { XYContainer } from '@unovis/ts/containers/xy-container/index.js';
import type { XYContainerConfigInterface } from '@unovis/ts/containers/xy-container/config.js';
import { onBeforeUnmount, watch } from 'vue';
import type { Ref } from 'vue';

/** One picture: its data and layers from the ground up. Their kinds and order stay; what they are told may change. */
export interface Plot<Datum> {
  data: Datum[];
  layers: readonly { layer: XYComponentCore<Datum>; config: object }[];
  frame: Pick<XYContainerConfigInterface<Datum>, 'xDomain' | 'yDomain' | 'yDirection'>;
}

/** So that paper may stretch the drawing (chart.css). */
function stretchable(svg: SVGSVGElement, _margin: unknown, _bleed: unknown, width: number, height: number): void {
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('preserveAspectRatio', 'none');
}

/**
 * Draws with Unovis into an element and keeps the drawing up to date; `make` gives the layers anew for every new element.
 * Its classes are imported one by one: its Vue package and its index bring maps and graphs along. No animation: figures
 * change under people's eyes while others type.
 */
export function usePlot<Datum, Input>(host: Readonly<Ref<HTMLElement | null>>, make: () => (input: Input) => Plot<Datum>, input: () => Input): void {
  let drawing: { element: HTMLElement; container: XYContainer<Datum>; plot: (input: Input) => Plot<Datum> } | null = null;
  const drop = (): void => { drawing?.container.destroy(); drawing = null; };

  watch([host, input], ([element, told]) => {
    if (drawing?.element !== element) drop();
    if (element === null) return;
    const plot = drawing?.plot ?? make();
    const { data, layers, frame } = plot(told);
    for (const { layer, config } of layers) layer.setConfig(config as typeof layer.config);
    // Places are shared with the labels in HTML around it, so nothing is added at the edges.
    const whole: XYContainerConfigInterface<Datum> = { ...frame, duration: 0, autoMargin: false, bleed: { top: 0, bottom: 0, left: 0, right: 0 }, components: layers.map(({ layer }) => layer), onRenderComplete: stretchable };
    if (drawing === null) {
      drawing = { element, plot, container: new XYContainer(element, whole, data) };
      // It names itself a figure; the frame around it is the one picture there is.
      element.removeAttribute('role');
    } else drawing.container.update(whole, undefined, data);
  }, { immediate: true, flush: 'post' });

  onBeforeUnmount(drop);
}
