import { expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { effectOf } from '../../src/machine/calls/deploying.ts';

const repository = { paths: [], read: () => undefined };
const effects = (text: string) =>
  readCalls(text, repository).calls.flatMap((call) => effectOf(call) ?? []);

test.each([
  ['docker push acme/web:1', 'publish'],
  ['sudo docker push acme/web', 'publish'],
  ['docker buildx build --push -t acme/web .', 'publish'],
  ['docker stack deploy -c a.yml web', 'deploy'],
  ['timeout 60 kubectl --namespace web apply -f k8s', 'deploy'],
  ['kubectl --context=prod rollout restart deploy/web', 'deploy'],
  ['oc rollout latest dc/web', 'deploy'],
  ['helm upgrade --install web ./chart', 'deploy'],
  ['./node_modules/.bin/serverless deploy', 'deploy'],
  ['aws s3 sync build s3://site', 'deploy'],
  ['python setup.py sdist upload', 'publish'],
  ['./mvnw -B deploy', 'publish'],
  ['./gradlew :web:publishToMavenLocal publish', 'publish'],
  ['git push origin gh-pages', 'publish'],
  ['git push git@heroku.com:app.git master', 'publish'],
  ['rsync -az build/ deploy@web1:/srv/site', 'deploy'],
  ['scp app.tgz web1:', 'deploy'],
  ['npm publish', 'publish'],
  ['eb deploy web', 'deploy'],
  ['npx serverless deploy', 'deploy'],
  ['python -m twine upload dist/*', 'publish'],
  ['bundle exec cap production deploy', 'deploy'],
])('%s: %s', (text, effect) => {
  expect(effects(text)).toContain(effect);
});

test.each([
  'docker build -t acme/web .',
  'docker pull acme/web',
  'docker buildx build -t acme/web .',
  'kubectl get pods',
  'kubectl rollout status deploy/web',
  'oc rollout history dc/web',
  'kubectl apply --dry-run=client -f k8s',
  'terraform plan',
  'terraform init',
  'aws s3 ls',
  'aws ecr get-login',
  'npm test',
  'npm run publish-coverage',
  'mvn install',
  'git pull',
  'git fetch --tags',
  'rsync -a src/ build/',
  'heroku config',
  'helm lint chart',
  'echo docker push',
])('%s: nothing', (text) => {
  expect(effects(text)).toEqual([]);
});
