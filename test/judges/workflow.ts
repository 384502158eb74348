/** A workflow that every judge accepts, around the given lines of steps (each with its own indentation of 6). */
export const workflowWith = (steps: string): string => `name: CI

on:
  push:
    branches:
      - '**'

permissions: {}

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: false

defaults:
  run:
    shell: bash

jobs:
  ci:
    name: CI
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: read
    steps:
      - name: Check out the repository
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
${steps}`;

/** The line, from 1, that the first of the given steps stands on. */
export const firstStepLine = workflowWith('').split('\n').length;

/** A parallel group of two, and a step after it that reads what they gave. */
export const parallelSteps = `      - parallel:
          # The slow one.
          - name: Unit tests
            id: unit
            if: github.ref_name == 'main'
            continue-on-error: true
            timeout-minutes: 5
            env:
              LEVEL: unit
            run: |
              make unit

              make report
          - name: Lint
            id: lint
            working-directory: web
            shell: sh
            run: make lint
      - name: After
        if: steps.unit.outcome == 'failure'
        run: echo "unit tests failed"
`;
