// Commands that log Google's command line in and point kubectl at a cluster. The key is in `$JSON_KEY`.

export const googleLogin: readonly string[] = [
  'umask 077 && printf \'%s\' "$JSON_KEY" > "$RUNNER_TEMP/gcloud.json"',
  'gcloud auth activate-service-account --key-file "$RUNNER_TEMP/gcloud.json"',
  'gcloud config set project "$(jq -r .project_id "$RUNNER_TEMP/gcloud.json")"',
  'rm "$RUNNER_TEMP/gcloud.json"',
];

export const googleCluster: readonly string[] = [
  'command -v gke-gcloud-auth-plugin > /dev/null || { sudo apt-get update && sudo apt-get install -y google-cloud-cli-gke-gcloud-auth-plugin; }',
  'gcloud container clusters get-credentials "$CLUSTER" --zone "$REGION"',
];
