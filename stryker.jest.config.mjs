// Stryker takes one project, not a list of them.
import main from './jest.config.mjs';

const { displayName: _name, ...model } = main.projects.find((project) => project.displayName === 'model');

export default model;
