import { handler, type FunctionHandler } from 'catga';
import type { DeliveryCounts } from './delivery-counts.ts';
import type {
  BranchProtectionConfigurationReceived,
  BranchProtectionRuleReceived,
  CheckRunReceived,
  CheckSuiteReceived,
  CodeScanningAlertReceived,
  CommitCommentReceived,
  CreateReceived,
  CustomPropertyReceived,
  CustomPropertyValuesReceived,
  DeleteReceived,
  DependabotAlertReceived,
  DeployKeyReceived,
  DeploymentProtectionRuleReceived,
  DeploymentReceived,
  DeploymentReviewReceived,
  DeploymentStatusReceived,
  DiscussionCommentReceived,
  DiscussionReceived,
  ForkReceived,
  GithubAppAuthorizationReceived,
  GollumReceived,
  InstallationReceived,
  InstallationRepositoriesReceived,
  InstallationTargetReceived,
  IssueCommentReceived,
  IssuesReceived,
  LabelReceived,
  MarketplacePurchaseReceived,
  MemberReceived,
  MembershipReceived,
  MergeGroupReceived,
  MetaReceived,
  MilestoneReceived,
  OrgBlockReceived,
  OrganizationReceived,
  PackageReceived,
  PageBuildReceived,
  PingReceived,
  ProjectCardReceived,
  ProjectColumnReceived,
  ProjectReceived,
  ProjectsV2ItemReceived,
  PublicReceived,
  PullRequestReceived,
  PullRequestReviewCommentReceived,
  PullRequestReviewReceived,
  PullRequestReviewThreadReceived,
  PushReceived,
  RegistryPackageReceived,
  ReleaseReceived,
  RepositoryDispatchReceived,
  RepositoryImportReceived,
  RepositoryReceived,
  RepositoryVulnerabilityAlertReceived,
  SecretScanningAlertLocationReceived,
  SecretScanningAlertReceived,
  SecurityAdvisoryReceived,
  SponsorshipReceived,
  StarReceived,
  StatusReceived,
  TeamAddReceived,
  TeamReceived,
  WatchReceived,
  WorkflowDispatchReceived,
  WorkflowJobReceived,
  WorkflowRunReceived,
} from './events.ts';

interface Deps {
  readonly counts: DeliveryCounts;
}

export const countBranchProtectionConfiguration: FunctionHandler<BranchProtectionConfigurationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('branch_protection_configuration'),
);

export const countBranchProtectionRule: FunctionHandler<BranchProtectionRuleReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('branch_protection_rule'),
);

export const countCheckRun: FunctionHandler<CheckRunReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('check_run'),
);

export const countCheckSuite: FunctionHandler<CheckSuiteReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('check_suite'),
);

export const countCodeScanningAlert: FunctionHandler<CodeScanningAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('code_scanning_alert'),
);

export const countCommitComment: FunctionHandler<CommitCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('commit_comment'),
);

export const countCreate: FunctionHandler<CreateReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('create'),
);

export const countCustomProperty: FunctionHandler<CustomPropertyReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('custom_property'),
);

export const countCustomPropertyValues: FunctionHandler<CustomPropertyValuesReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('custom_property_values'),
);

export const countDelete: FunctionHandler<DeleteReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('delete'),
);

export const countDependabotAlert: FunctionHandler<DependabotAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('dependabot_alert'),
);

export const countDeployKey: FunctionHandler<DeployKeyReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('deploy_key'),
);

export const countDeployment: FunctionHandler<DeploymentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment'),
);

export const countDeploymentProtectionRule: FunctionHandler<DeploymentProtectionRuleReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment_protection_rule'),
);

export const countDeploymentReview: FunctionHandler<DeploymentReviewReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment_review'),
);

export const countDeploymentStatus: FunctionHandler<DeploymentStatusReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment_status'),
);

export const countDiscussion: FunctionHandler<DiscussionReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('discussion'),
);

export const countDiscussionComment: FunctionHandler<DiscussionCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('discussion_comment'),
);

export const countFork: FunctionHandler<ForkReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('fork'),
);

export const countGithubAppAuthorization: FunctionHandler<GithubAppAuthorizationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('github_app_authorization'),
);

export const countGollum: FunctionHandler<GollumReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('gollum'),
);

export const countInstallation: FunctionHandler<InstallationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('installation'),
);

export const countInstallationRepositories: FunctionHandler<InstallationRepositoriesReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('installation_repositories'),
);

export const countInstallationTarget: FunctionHandler<InstallationTargetReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('installation_target'),
);

export const countIssueComment: FunctionHandler<IssueCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('issue_comment'),
);

export const countIssues: FunctionHandler<IssuesReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('issues'),
);

export const countLabel: FunctionHandler<LabelReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('label'),
);

export const countMarketplacePurchase: FunctionHandler<MarketplacePurchaseReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('marketplace_purchase'),
);

export const countMember: FunctionHandler<MemberReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('member'),
);

export const countMembership: FunctionHandler<MembershipReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('membership'),
);

export const countMergeGroup: FunctionHandler<MergeGroupReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('merge_group'),
);

export const countMeta: FunctionHandler<MetaReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('meta'),
);

export const countMilestone: FunctionHandler<MilestoneReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('milestone'),
);

export const countOrgBlock: FunctionHandler<OrgBlockReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('org_block'),
);

export const countOrganization: FunctionHandler<OrganizationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('organization'),
);

export const countPackage: FunctionHandler<PackageReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('package'),
);

export const countPageBuild: FunctionHandler<PageBuildReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('page_build'),
);

export const countPing: FunctionHandler<PingReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('ping'),
);

export const countProject: FunctionHandler<ProjectReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('project'),
);

export const countProjectCard: FunctionHandler<ProjectCardReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('project_card'),
);

export const countProjectColumn: FunctionHandler<ProjectColumnReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('project_column'),
);

export const countProjectsV2Item: FunctionHandler<ProjectsV2ItemReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('projects_v2_item'),
);

export const countPublic: FunctionHandler<PublicReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('public'),
);

export const countPullRequest: FunctionHandler<PullRequestReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request'),
);

export const countPullRequestReview: FunctionHandler<PullRequestReviewReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review'),
);

export const countPullRequestReviewComment: FunctionHandler<PullRequestReviewCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review_comment'),
);

export const countPullRequestReviewThread: FunctionHandler<PullRequestReviewThreadReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review_thread'),
);

export const countPush: FunctionHandler<PushReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('push'),
);

export const countRegistryPackage: FunctionHandler<RegistryPackageReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('registry_package'),
);

export const countRelease: FunctionHandler<ReleaseReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('release'),
);

export const countRepository: FunctionHandler<RepositoryReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository'),
);

export const countRepositoryDispatch: FunctionHandler<RepositoryDispatchReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_dispatch'),
);

export const countRepositoryImport: FunctionHandler<RepositoryImportReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_import'),
);

export const countRepositoryVulnerabilityAlert: FunctionHandler<RepositoryVulnerabilityAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_vulnerability_alert'),
);

export const countSecretScanningAlert: FunctionHandler<SecretScanningAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('secret_scanning_alert'),
);

export const countSecretScanningAlertLocation: FunctionHandler<SecretScanningAlertLocationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('secret_scanning_alert_location'),
);

export const countSecurityAdvisory: FunctionHandler<SecurityAdvisoryReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('security_advisory'),
);

export const countSponsorship: FunctionHandler<SponsorshipReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('sponsorship'),
);

export const countStar: FunctionHandler<StarReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('star'),
);

export const countStatus: FunctionHandler<StatusReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('status'),
);

export const countTeam: FunctionHandler<TeamReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('team'),
);

export const countTeamAdd: FunctionHandler<TeamAddReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('team_add'),
);

export const countWatch: FunctionHandler<WatchReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('watch'),
);

export const countWorkflowDispatch: FunctionHandler<WorkflowDispatchReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_dispatch'),
);

export const countWorkflowJob: FunctionHandler<WorkflowJobReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_job'),
);

export const countWorkflowRun: FunctionHandler<WorkflowRunReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_run'),
);
