/**
 * Variable by which `login` tells `pull-boot-image` the DOCKER_CONFIG folder that the booted container gets: every
 * credential of the job but those of entries with `agent_only: true` (shippable.md 6.2, rule 5). `login` exports it to
 * later steps beside DOCKER_CONFIG and rewrites the folder's `config.json` at every run; nothing else reads it.
 */
export const containerDockerConfigVariable = 'TRANSSHIP_CONTAINER_DOCKER_CONFIG';
