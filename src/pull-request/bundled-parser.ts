// GitHub's parser as part of the bundle; plain Node cannot load the package from here.

export { convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
export { parseAction } from '@actions/workflow-parser/actions/action-parser';
export { convertActionTemplate } from '@actions/workflow-parser/actions/action-template';
