import type { ReliableEvent } from 'catga';
import type {
  BranchProtectionConfigurationEvent,
  BranchProtectionRuleEvent,
  CheckRunEvent,
  CheckSuiteEvent,
  CodeScanningAlertEvent,
  CommitCommentEvent,
  CreateEvent,
  CustomPropertyEvent,
  CustomPropertyValuesEvent,
  DeleteEvent,
  DependabotAlertEvent,
  DeployKeyEvent,
  DeploymentEvent,
  DeploymentProtectionRuleEvent,
  DeploymentReviewEvent,
  DeploymentStatusEvent,
  DiscussionCommentEvent,
  DiscussionEvent,
  ForkEvent,
  GithubAppAuthorizationEvent,
  GollumEvent,
  InstallationEvent,
  InstallationRepositoriesEvent,
  InstallationTargetEvent,
  IssueCommentEvent,
  IssuesEvent,
  LabelEvent,
  MarketplacePurchaseEvent,
  MemberEvent,
  MembershipEvent,
  MergeGroupEvent,
  MetaEvent,
  MilestoneEvent,
  OrgBlockEvent,
  OrganizationEvent,
  PackageEvent,
  PageBuildEvent,
  PingEvent,
  ProjectCardEvent,
  ProjectColumnEvent,
  ProjectEvent,
  ProjectsV2ItemEvent,
  PublicEvent,
  PullRequestEvent,
  PullRequestReviewCommentEvent,
  PullRequestReviewEvent,
  PullRequestReviewThreadEvent,
  PushEvent,
  RegistryPackageEvent,
  ReleaseEvent,
  RepositoryDispatchEvent,
  RepositoryEvent,
  RepositoryImportEvent,
  RepositoryVulnerabilityAlertEvent,
  SecretScanningAlertEvent,
  SecretScanningAlertLocationEvent,
  SecurityAdvisoryEvent,
  SponsorshipEvent,
  StarEvent,
  StatusEvent,
  TeamAddEvent,
  TeamEvent,
  WatchEvent,
  WorkflowDispatchEvent,
  WorkflowJobEvent,
  WorkflowRunEvent,
} from '@octokit/webhooks-types';

// The published types as they are: the intersection makes an event of each, and that is all it takes.

export type BranchProtectionConfigurationReceived = ReliableEvent & BranchProtectionConfigurationEvent;
export type BranchProtectionRuleReceived = ReliableEvent & BranchProtectionRuleEvent;
export type CheckRunReceived = ReliableEvent & CheckRunEvent;
export type CheckSuiteReceived = ReliableEvent & CheckSuiteEvent;
export type CodeScanningAlertReceived = ReliableEvent & CodeScanningAlertEvent;
export type CommitCommentReceived = ReliableEvent & CommitCommentEvent;
export type CreateReceived = ReliableEvent & CreateEvent;
export type CustomPropertyReceived = ReliableEvent & CustomPropertyEvent;
export type CustomPropertyValuesReceived = ReliableEvent & CustomPropertyValuesEvent;
export type DeleteReceived = ReliableEvent & DeleteEvent;
export type DependabotAlertReceived = ReliableEvent & DependabotAlertEvent;
export type DeployKeyReceived = ReliableEvent & DeployKeyEvent;
export type DeploymentReceived = ReliableEvent & DeploymentEvent;
export type DeploymentProtectionRuleReceived = ReliableEvent & DeploymentProtectionRuleEvent;
export type DeploymentReviewReceived = ReliableEvent & DeploymentReviewEvent;
export type DeploymentStatusReceived = ReliableEvent & DeploymentStatusEvent;
export type DiscussionReceived = ReliableEvent & DiscussionEvent;
export type DiscussionCommentReceived = ReliableEvent & DiscussionCommentEvent;
export type ForkReceived = ReliableEvent & ForkEvent;
export type GithubAppAuthorizationReceived = ReliableEvent & GithubAppAuthorizationEvent;
export type GollumReceived = ReliableEvent & GollumEvent;
export type InstallationReceived = ReliableEvent & InstallationEvent;
export type InstallationRepositoriesReceived = ReliableEvent & InstallationRepositoriesEvent;
export type InstallationTargetReceived = ReliableEvent & InstallationTargetEvent;
export type IssueCommentReceived = ReliableEvent & IssueCommentEvent;
export type IssuesReceived = ReliableEvent & IssuesEvent;
export type LabelReceived = ReliableEvent & LabelEvent;
export type MarketplacePurchaseReceived = ReliableEvent & MarketplacePurchaseEvent;
export type MemberReceived = ReliableEvent & MemberEvent;
export type MembershipReceived = ReliableEvent & MembershipEvent;
export type MergeGroupReceived = ReliableEvent & MergeGroupEvent;
export type MetaReceived = ReliableEvent & MetaEvent;
export type MilestoneReceived = ReliableEvent & MilestoneEvent;
export type OrgBlockReceived = ReliableEvent & OrgBlockEvent;
export type OrganizationReceived = ReliableEvent & OrganizationEvent;
export type PackageReceived = ReliableEvent & PackageEvent;
export type PageBuildReceived = ReliableEvent & PageBuildEvent;
export type PingReceived = ReliableEvent & PingEvent;
export type ProjectReceived = ReliableEvent & ProjectEvent;
export type ProjectCardReceived = ReliableEvent & ProjectCardEvent;
export type ProjectColumnReceived = ReliableEvent & ProjectColumnEvent;
export type ProjectsV2ItemReceived = ReliableEvent & ProjectsV2ItemEvent;
export type PublicReceived = ReliableEvent & PublicEvent;
export type PullRequestReceived = ReliableEvent & PullRequestEvent;
export type PullRequestReviewReceived = ReliableEvent & PullRequestReviewEvent;
export type PullRequestReviewCommentReceived = ReliableEvent & PullRequestReviewCommentEvent;
export type PullRequestReviewThreadReceived = ReliableEvent & PullRequestReviewThreadEvent;
export type PushReceived = ReliableEvent & PushEvent;
export type RegistryPackageReceived = ReliableEvent & RegistryPackageEvent;
export type ReleaseReceived = ReliableEvent & ReleaseEvent;
export type RepositoryReceived = ReliableEvent & RepositoryEvent;
export type RepositoryDispatchReceived = ReliableEvent & RepositoryDispatchEvent;
export type RepositoryImportReceived = ReliableEvent & RepositoryImportEvent;
export type RepositoryVulnerabilityAlertReceived = ReliableEvent & RepositoryVulnerabilityAlertEvent;
export type SecretScanningAlertReceived = ReliableEvent & SecretScanningAlertEvent;
export type SecretScanningAlertLocationReceived = ReliableEvent & SecretScanningAlertLocationEvent;
export type SecurityAdvisoryReceived = ReliableEvent & SecurityAdvisoryEvent;
export type SponsorshipReceived = ReliableEvent & SponsorshipEvent;
export type StarReceived = ReliableEvent & StarEvent;
export type StatusReceived = ReliableEvent & StatusEvent;
export type TeamReceived = ReliableEvent & TeamEvent;
export type TeamAddReceived = ReliableEvent & TeamAddEvent;
export type WatchReceived = ReliableEvent & WatchEvent;
export type WorkflowDispatchReceived = ReliableEvent & WorkflowDispatchEvent;
export type WorkflowJobReceived = ReliableEvent & WorkflowJobEvent;
export type WorkflowRunReceived = ReliableEvent & WorkflowRunEvent;
