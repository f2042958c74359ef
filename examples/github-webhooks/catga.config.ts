import { defineConfig } from '@catga/cli';

const types = '@octokit/webhooks-types';

export default defineConfig({
  namespace: 'github',
  // What the published types themselves leave open. Everything else is checked, member by member.
  unknown: [
    // Whatever the caller of the API sent along.
    `${types}#Deployment.payload{}`,
    'src/webhooks/events#RepositoryDispatchReceived.client_payload{}',
    'src/webhooks/events#WorkflowDispatchReceived.inputs{}',
    // The manifest of a package, as its ecosystem (npm, RubyGems, Docker, …) defines it. `*` also stands for the
    // place of a variant in a union.
    `${types}#PackageNPMMetadata.bin{}`,
    `${types}#PackageNPMMetadata.contributors[]{}`,
    `${types}#PackageNPMMetadata.maintainers[]{}`,
    `${types}#PackageNPMMetadata.man{}`,
    `${types}#PackageNPMMetadata.scripts{}`,
    `${types}#Package*Event.package.package_version*.body*.attributes`,
    `${types}#Package*Event.package.package_version*.container_metadata*.labels{}`,
    `${types}#Package*Event.package.package_version*.container_metadata*.manifest{}`,
    `${types}#Package*Event.package.package_version*.docker_metadata[]`,
    `${types}#Package*Event.package.package_version*.metadata[]`,
    `${types}#Package*Event.package.package_version*.rubygems_metadata[]`,
    `${types}#RegistryPackage*Event.registry_package.package_version*.body*.attributes{}`,
    `${types}#RegistryPackage*Event.registry_package.package_version*.docker_metadata[]`,
    `${types}#RegistryPackage*Event.registry_package.package_version*.metadata[]`,
    `${types}#RegistryPackage*Event.registry_package.package_version*.rubygems_metadata[]`,
  ],
});
