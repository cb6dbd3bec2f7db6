/** The script tag that brought us. A tag that was added by another script is no longer the current one when we run. */
const tag = document.currentScript || document.querySelector('script[data-token]');

/** The text of one of the tag's attributes, if it has it. */
export function option(name) {
    return tag?.getAttribute('data-' + name);
}

/** Whether an option is on: `data-track-clicks` as well as `data-track-clicks="true"`. */
export function isOn(name) {
    return (option(name) ?? 'false') !== 'false';
}

export const project = option('project');
export const token = option('token');

/** Where events go: to the server that the script came from. */
export const target = tag?.src && new URL(tag.src).origin;

/** On the machine of a developer nothing is sent. */
export const isLocal = /^(localhost|127(\.\d+){3}|\[::1])$/.test(location.hostname) && !isOn('allow-localhost');
