import { handler, type FunctionHandler } from 'catga';
import type { DeliveryCounts } from './delivery-counts.ts';
import type {
  BranchProtectionRuleReceived,
  CheckRunReceived,
  CheckSuiteReceived,
  CodeScanningAlertReceived,
  CommitCommentReceived,
  CreateReceived,
  DeleteReceived,
  DependabotAlertReceived,
  DeployKeyReceived,
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
  ReleaseReceived,
  RepositoryDispatchReceived,
  RepositoryImportReceived,
  RepositoryReceived,
  RepositoryVulnerabilityAlertReceived,
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

export const onBranchProtectionRuleReceived: FunctionHandler<BranchProtectionRuleReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('branch_protection_rule'),
);
export const onCheckRunReceived: FunctionHandler<CheckRunReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('check_run'),
);
export const onCheckSuiteReceived: FunctionHandler<CheckSuiteReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('check_suite'),
);
export const onCodeScanningAlertReceived: FunctionHandler<CodeScanningAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('code_scanning_alert'),
);
export const onCommitCommentReceived: FunctionHandler<CommitCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('commit_comment'),
);
export const onCreateReceived: FunctionHandler<CreateReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('create'),
);
export const onDeleteReceived: FunctionHandler<DeleteReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('delete'),
);
export const onDependabotAlertReceived: FunctionHandler<DependabotAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('dependabot_alert'),
);
export const onDeployKeyReceived: FunctionHandler<DeployKeyReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deploy_key'),
);
export const onDeploymentReceived: FunctionHandler<DeploymentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment'),
);
export const onDeploymentReviewReceived: FunctionHandler<DeploymentReviewReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment_review'),
);
export const onDeploymentStatusReceived: FunctionHandler<DeploymentStatusReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('deployment_status'),
);
export const onDiscussionReceived: FunctionHandler<DiscussionReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('discussion'),
);
export const onDiscussionCommentReceived: FunctionHandler<DiscussionCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('discussion_comment'),
);
export const onForkReceived: FunctionHandler<ForkReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('fork'),
);
export const onGithubAppAuthorizationReceived: FunctionHandler<GithubAppAuthorizationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('github_app_authorization'),
);
export const onGollumReceived: FunctionHandler<GollumReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('gollum'),
);
export const onInstallationReceived: FunctionHandler<InstallationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('installation'),
);
export const onInstallationRepositoriesReceived: FunctionHandler<InstallationRepositoriesReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('installation_repositories'),
);
export const onIssueCommentReceived: FunctionHandler<IssueCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('issue_comment'),
);
export const onIssuesReceived: FunctionHandler<IssuesReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('issues'),
);
export const onLabelReceived: FunctionHandler<LabelReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('label'),
);
export const onMarketplacePurchaseReceived: FunctionHandler<MarketplacePurchaseReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('marketplace_purchase'),
);
export const onMemberReceived: FunctionHandler<MemberReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('member'),
);
export const onMembershipReceived: FunctionHandler<MembershipReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('membership'),
);
export const onMergeGroupReceived: FunctionHandler<MergeGroupReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('merge_group'),
);
export const onMetaReceived: FunctionHandler<MetaReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('meta'),
);
export const onMilestoneReceived: FunctionHandler<MilestoneReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('milestone'),
);
export const onOrgBlockReceived: FunctionHandler<OrgBlockReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('org_block'),
);
export const onOrganizationReceived: FunctionHandler<OrganizationReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('organization'),
);
export const onPackageReceived: FunctionHandler<PackageReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('package'),
);
export const onPageBuildReceived: FunctionHandler<PageBuildReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('page_build'),
);
export const onPingReceived: FunctionHandler<PingReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('ping'),
);
export const onProjectReceived: FunctionHandler<ProjectReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('project'),
);
export const onProjectCardReceived: FunctionHandler<ProjectCardReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('project_card'),
);
export const onProjectColumnReceived: FunctionHandler<ProjectColumnReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('project_column'),
);
export const onProjectsV2ItemReceived: FunctionHandler<ProjectsV2ItemReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('projects_v2_item'),
);
export const onPublicReceived: FunctionHandler<PublicReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('public'),
);
export const onPullRequestReceived: FunctionHandler<PullRequestReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request'),
);
export const onPullRequestReviewReceived: FunctionHandler<PullRequestReviewReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review'),
);
export const onPullRequestReviewCommentReceived: FunctionHandler<PullRequestReviewCommentReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review_comment'),
);
export const onPullRequestReviewThreadReceived: FunctionHandler<PullRequestReviewThreadReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('pull_request_review_thread'),
);
export const onPushReceived: FunctionHandler<PushReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('push'),
);
export const onReleaseReceived: FunctionHandler<ReleaseReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('release'),
);
export const onRepositoryReceived: FunctionHandler<RepositoryReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository'),
);
export const onRepositoryDispatchReceived: FunctionHandler<RepositoryDispatchReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_dispatch'),
);
export const onRepositoryImportReceived: FunctionHandler<RepositoryImportReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_import'),
);
export const onRepositoryVulnerabilityAlertReceived: FunctionHandler<RepositoryVulnerabilityAlertReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('repository_vulnerability_alert'),
);
export const onSecurityAdvisoryReceived: FunctionHandler<SecurityAdvisoryReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('security_advisory'),
);
export const onSponsorshipReceived: FunctionHandler<SponsorshipReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('sponsorship'),
);
export const onStarReceived: FunctionHandler<StarReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('star'),
);
export const onStatusReceived: FunctionHandler<StatusReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('status'),
);
export const onTeamReceived: FunctionHandler<TeamReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('team'),
);
export const onTeamAddReceived: FunctionHandler<TeamAddReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('team_add'),
);
export const onWatchReceived: FunctionHandler<WatchReceived> = handler(async (_event, _context, { counts }: Deps) =>
  counts.add('watch'),
);
export const onWorkflowDispatchReceived: FunctionHandler<WorkflowDispatchReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_dispatch'),
);
export const onWorkflowJobReceived: FunctionHandler<WorkflowJobReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_job'),
);
export const onWorkflowRunReceived: FunctionHandler<WorkflowRunReceived> = handler(
  async (_event, _context, { counts }: Deps) => counts.add('workflow_run'),
);
