export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** The `JSON` scalar type represents JSON values as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSON: { input: unknown; output: unknown; }
};

/** The link that came by mail. */
export type AcceptInvitationInput = {
  /** The last part of the link. */
  token: Scalars['String']['input'];
};

/** The email is proven, and the contact signed in. */
export type AcceptInvitationPayload = {
  /** The contact, verified. */
  contact: Contact;
  /** Until when the session is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invitation, accepted. */
  invitation: Invitation;
  /** The session: send it as `Authorization: Bearer …`. Shown once. */
  sessionToken: Scalars['String']['output'];
};

/** What came of accepting an invitation. */
export type AcceptInvitationResult = AcceptInvitationPayload | InvitationOver | StudioUnavailable;

/** A submission to accept. */
export type AcceptSubmissionInput = {
  /** The submission. */
  id: Scalars['ID']['input'];
  /** Words to the contact: up to 1,000 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that was looked at: a decision counts for that one only. */
  version: Scalars['Int']['input'];
};

/** The submission is accepted. */
export type AcceptSubmissionPayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why it was not accepted. */
export type AcceptSubmissionResult = AcceptSubmissionPayload | InvalidReviewMessage | ProcessingRestricted | SubmissionStateConflict | SubmissionVersionConflict;

/** Why one submission of a list was not accepted. */
export type AcceptSubmissionsError = ProcessingRestricted | SubmissionNotFound | SubmissionStateConflict | SubmissionVersionConflict;

/** Submissions to accept. */
export type AcceptSubmissionsInput = {
  /** The submissions, 1 to 100. */
  submissions: Array<SeenSubmissionInput>;
};

/** What became of each submission. */
export type AcceptSubmissionsPayload = {
  /** One row for each submission, in the order given. */
  results: Array<AcceptSubmissionsRow>;
};

/** What became of one submission of a list. */
export type AcceptSubmissionsRow = {
  /** Why it was not accepted; null where it was. */
  error?: Maybe<AcceptSubmissionsError>;
  /** The submission's id, as it was given. */
  id: Scalars['ID']['output'];
  /** The submission as it stands now, if there is one. */
  submission?: Maybe<Submission>;
};

/** Who asks, as a column of the access matrix. */
export type AccessAudience =
  /** An admin. */
  | 'ADMIN'
  /** Nobody known. */
  | 'ANONYMOUS'
  /** A coordinator. */
  | 'COORDINATOR'
  /** The account's HR system. */
  | 'HR_SYNC'
  /** A program of the account. */
  | 'INTEGRATION'
  /** An owner. */
  | 'OWNER'
  /** The privacy officer. */
  | 'PRIVACY_OFFICER'
  /** The contact, about themselves. */
  | 'SELF'
  /** Platform staff, not let in. */
  | 'STAFF'
  /** Platform staff under a support grant. */
  | 'STAFF_WITH_GRANT';

/** What a decision about a field stands on. */
export type AccessGround =
  /** A grant for this very field, or its mapping for an HR client, or the lack of it. */
  | 'FIELD_GRANT'
  /** Who keeps the custom field. */
  | 'FIELD_OWNER'
  /** The custom field is deprecated: shown, and not written any more. */
  | 'FIELD_STATE'
  /** Whether a gallery was opened by its link. */
  | 'GALLERY_LINK'
  /** A stated purpose, or the lack of it. */
  | 'PURPOSE'
  /** The contact does not exist for them: another person, or a group that the coordinator does not have. */
  | 'REACH'
  /** Processing of the contact is restricted (GDPR art. 18). */
  | 'RESTRICTION'
  /** The matrix's cell alone. */
  | 'ROLE'
  /** A scope of the credential, or the lack of it. */
  | 'SCOPE'
  /** Whether the studio shows originals to coordinators. */
  | 'STUDIO_SETTING'
  /** The matrix has no row for the field. */
  | 'UNKNOWN_FIELD';

/** Why somebody looks at what stays closed without a reason: for the header Studio-Purpose. */
export type AccessPurpose =
  /** What the person agreed to (art. 6 (1) a, 18 (2)). */
  | 'CONSENT'
  /** Finding out what an incident did (art. 33). */
  | 'INCIDENT'
  /** To establish, exercise or defend a claim (art. 18 (2)). */
  | 'LEGAL_CLAIM'
  /** A duty by law (art. 6 (1) c). */
  | 'LEGAL_OBLIGATION'
  /** Anything else; a note says what. */
  | 'OTHER'
  /** A request of the person (GDPR art. 12-22). */
  | 'RIGHTS_REQUEST'
  /** An emergency (art. 6 (1) d). */
  | 'VITAL_INTERESTS';

/** Whose access to explain: exactly one of a member, a program, and a role. */
export type AccessViewerInput = {
  /** A program's id, as the audit trail names it. */
  apiClient?: InputMaybe<Scalars['ID']['input']>;
  /** With the role of a program: the custom fields that it is granted. */
  fieldIds?: Array<Scalars['ID']['input']>;
  /** With the role of a coordinator: their groups. Left out, those that the contact is in. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** A member's id. */
  member?: InputMaybe<Scalars['ID']['input']>;
  /** Anybody in this role. */
  role?: InputMaybe<AccessAudience>;
  /** With the role of a program, or of staff under a grant: their scopes. */
  scopes?: Array<Scalars['String']['input']>;
};

/** A client of the platform: a company that collects its people's headshots. */
export type Account = Node & {
  /** Since when the account is closing; null if it is not; for members. */
  closingSince?: Maybe<Scalars['DateTime']['output']>;
  /** When the account was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The language of the account's mails. */
  defaultLocale: AccountLocale;
  /** The account's global id. */
  id: Scalars['ID']['output'];
  /** The company's name. */
  name: Scalars['String']['output'];
  /** What is in force; for members. */
  policies?: Maybe<AccountPolicies>;
  /** Where the account's data lies; fixed when it was opened. */
  region: AccountRegion;
  /** Until when an owner may reopen the closing account; null if it is not closing; for members. */
  reopenableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Where the account is in its life. */
  status: AccountStatus;
  /** Grows with each change of settings: send it back to change only what you saw; for members. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** The account is closing. */
export type AccountClosing = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A language the platform speaks. */
export type AccountLocale =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Spanish. */
  | 'ES'
  /** French. */
  | 'FR';

/** What an account decides for itself. */
export type AccountPolicies = {
  /** The email domains that members may be invited at; none for any. */
  memberEmailDomains: Array<Scalars['String']['output']>;
  /** For how many days a member's invitation may be followed. */
  memberInvitationDays: Scalars['Int']['output'];
  /** Whether platform staff may ask for access. */
  supportAccess: Scalars['Boolean']['output'];
};

/** Policies to change. What is left out stays as it is. */
export type AccountPoliciesInput = {
  /** The email domains that members may be invited at, at most 50; none for any. */
  memberEmailDomains?: InputMaybe<Array<Scalars['String']['input']>>;
  /** For how many days a member's invitation may be followed: 1 to 30. */
  memberInvitationDays?: InputMaybe<Scalars['Int']['input']>;
  /** Whether platform staff may ask for access. */
  supportAccess?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Where an account's data lies. */
export type AccountRegion =
  /** The European Union. */
  | 'EU'
  /** The United States. */
  | 'US';

/** Where an account is in its life. */
export type AccountStatus =
  /** In use. */
  | 'ACTIVE'
  /** Closed by its owner; may be reopened until its deadline. */
  | 'CLOSING'
  /** Gone for good. */
  | 'ERASED';

/** Contacts to put into a group. */
export type AddContactsToGroupInput = {
  /** The contacts' ids, at most 2000. */
  contactIds: Array<Scalars['ID']['input']>;
  /** The group's id. */
  groupId: Scalars['ID']['input'];
};

/** A headshot that a studio wants of each of its photos. */
export type AddDerivativeRecipeInput = {
  /** What is behind the person: a colour as #rrggbb, or transparent. */
  backdrop: Scalars['String']['input'];
  /** How it comes to its size. */
  fit: DerivativeFit;
  /** Its file format. */
  format: DerivativeFormat;
  /** Height in pixels, 16 to 6000. */
  height: Scalars['Int']['input'];
  /** What the studio calls it: 1 to 40 lower-case letters, digits and hyphens. */
  name: Scalars['String']['input'];
  /** 1 to 100; PNG ignores it. */
  quality?: Scalars['Int']['input'];
  /** The studio's id. */
  studioId: Scalars['ID']['input'];
  /** Whether it has colours. */
  tone?: DerivativeTone;
  /** Width in pixels, 16 to 6000. */
  width: Scalars['Int']['input'];
};

/** The recipe is on the studio's list: new photos get its headshot. */
export type AddDerivativeRecipePayload = {
  /** The recipe. */
  recipe: DerivativeRecipe;
};

/** The recipe, or why it was not added. */
export type AddDerivativeRecipeResult = AddDerivativeRecipePayload | DerivativeRecipeExists | InvalidDerivativeRecipe | TooManyDerivativeRecipes;

/** The same definition waits for review, or was approved already. */
export type AlreadyAppealed = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The staff person has asked already, or been let in. */
export type AlreadyAsked = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The request, or the open grant. */
  supportGrant: SupportGrant;
};

/** The contact has an invitation to this studio that may still be accepted. */
export type AlreadyInvited = UserError & {
  /** That invitation: send it again, or withdraw it. */
  invitation: Invitation;
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Somebody with this email is a member already, or invited. */
export type AlreadyMember = UserError & {
  /** The member. */
  member: Member;
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The appeal was decided before. */
export type AppealDecided = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A case for a definition that was refused for a special category. */
export type AppealSpecialCategoryInput = {
  /** In 20 to 2,000 characters: on which ground of GDPR art. 9 (2) or 10 it is lawful to collect this. */
  attestation: Scalars['String']['input'];
  /** The definition, word for word as it is to be created. */
  definition: ContactFieldDefinitionInput;
};

/** The appeal is filed. */
export type AppealSpecialCategoryPayload = {
  /** The appeal. */
  appeal: FieldAppeal;
};

/** What came of an appeal. */
export type AppealSpecialCategoryResult = AlreadyAppealed | AppealSpecialCategoryPayload | InvalidContactField | InvalidStatement | NothingToAppeal | TooManyAppeals;

/** The definition that an appeal is about, word for word. */
export type AppealedDefinition = {
  /** The hint in each language. */
  helpTexts: Array<LocalizedText>;
  /** The name for programs. */
  key: Scalars['String']['output'];
  /** The name for people in each language. */
  labels: Array<LocalizedText>;
  /** Every option's label in each language. */
  optionLabels: Array<LocalizedText>;
  /** Who would keep it. */
  owner: ContactFieldOwner;
  /** Why it would be collected. */
  purpose: Scalars['String']['output'];
  /** How confidential it would be. */
  sensitivity: Sensitivity;
  /** What kind of value it would hold. */
  type: ContactFieldType;
};

/** A recipe to apply to the photos that its studio has. */
export type ApplyDerivativeRecipeInput = {
  /** A collection of that studio, to make it of its photos only; none for every photo of the studio. */
  collectionId?: InputMaybe<Scalars['ID']['input']>;
  /** The recipe's id. */
  id: Scalars['ID']['input'];
};

/** The recipe is being applied. */
export type ApplyDerivativeRecipePayload = {
  /** The run to follow. */
  run: DerivativeRun;
};

/** The run, or the one that applies the recipe already. */
export type ApplyDerivativeRecipeResult = ApplyDerivativeRecipePayload | DerivativeRunInProgress;

/** That a request is granted. */
export type ApproveDataSubjectRequestInput = {
  /** What the person is told, at most 4000 characters. */
  explanation?: InputMaybe<Scalars['String']['input']>;
  /** The request. */
  id: Scalars['ID']['input'];
};

/** A contact to set aside. */
export type ArchiveContactInput = {
  /** The contact. */
  id: Scalars['ID']['input'];
  /** The version that was read, to act on nothing else. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The contact is set aside: nobody signs in as them. */
export type ArchiveContactPayload = {
  /** The contact as it is now. */
  contact: Contact;
};

/** What came of setting a contact aside. */
export type ArchiveContactResult = ArchiveContactPayload | ContactStateConflict | ProcessingRestricted | VersionConflict;

/** Which group to set aside. */
export type ArchiveGroupInput = {
  /** The group's id. */
  id: Scalars['ID']['input'];
};

/** What came of setting a group aside. */
export type ArchiveGroupResult = GroupArchived | GroupPayload;

/** The studio to close for good. */
export type ArchiveStudioInput = {
  /** The studio's global id. */
  id: Scalars['ID']['input'];
};

/** The studio is closed for good. */
export type ArchiveStudioPayload = {
  /** The studio as it is now. */
  studio: Studio;
};

/** The archived studio, or why it stays as it is. */
export type ArchiveStudioResult = ArchiveStudioPayload | StudioStateConflict;

/** A coordinator, and the group they get. */
export type AssignCoordinatorInput = {
  /** The group's id. */
  groupId: Scalars['ID']['input'];
  /** The coordinator's id as a member. */
  memberId: Scalars['ID']['input'];
};

/** Who acted. */
export type AuditActorKind =
  /** Somebody not signed in. */
  | 'ANONYMOUS'
  /** A program of the account, by API key. */
  | 'API_CLIENT'
  /** A person whose photos are collected. */
  | 'CONTACT'
  /** A person working for the account. */
  | 'MEMBER'
  /** Platform staff, under a support grant. */
  | 'STAFF'
  /** The platform by itself: a job or a sweep. */
  | 'SYSTEM';

/** One entry of the account's audit trail: who did what to what, and when. It holds ids, never values. */
export type AuditEvent = Node & {
  /** What was done, for example `consent.given`. */
  action: Scalars['String']['output'];
  /** Who it was: a global id, or the name of a part of the platform. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** What kind of actor it was. */
  actorKind: AuditActorKind;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** The names of what changed. */
  fields: Array<Scalars['String']['output']>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Its place in the account's chain, from 1 without gaps. */
  position: Scalars['Int']['output'];
  /** Why, where the actor had to say. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The id of the request in which it happened. */
  requestId?: Maybe<Scalars['String']['output']>;
  /** The global id of what it was done to. */
  subjectId: Scalars['ID']['output'];
  /** The type of what it was done to, for example `Contact`. */
  subjectType: Scalars['String']['output'];
};

/** A page of a list: each edge holds one AuditEvent. */
export type AuditEventConnection = {
  /** The rows of this page, in order. */
  edges: Array<AuditEventEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A AuditEvent and its place in the list. */
export type AuditEventEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The AuditEvent. */
  node: AuditEvent;
};

/** Which entries of the trail. What is given together must all hold; each list means one of its values. */
export type AuditEventFilter = {
  /** What was done, for example `consent.given`; at most 100. */
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Who acted, as `actorId` names them; at most 100. */
  actorIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What kind of actor it was. */
  actorKinds?: InputMaybe<Array<AuditActorKind>>;
  /** When it happened. */
  at?: InputMaybe<TimeSpan>;
  /** To what it was done, as `subjectId` names it; at most 100. */
  subjectIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** To what type it was done; at most 100. */
  subjectTypes?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What recomputing the account's audit chain has found, digest by digest. */
export type AuditVerification = {
  /** The first position that is not as it was written. */
  brokenAt?: Maybe<Scalars['Int']['output']>;
  /** How many entries were found in order. */
  checked: Scalars['Int']['output'];
  /** Whether every entry is as it was written, and none is missing or added. */
  intact: Scalars['Boolean']['output'];
};

/** Something that is done to many contacts in the background, each once, whatever happens meanwhile. */
export type BulkAction = Node & {
  /** To how many it was done. */
  changed: Scalars['Int']['output'];
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it ended before all was done. */
  failure?: Maybe<BulkActionFailure>;
  /** The field whose option is added or removed; null if it is about none, or deleted. */
  field?: Maybe<ContactField>;
  /** When it ended; null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The group that it is about; null if about none, or deleted. */
  group?: Maybe<Group>;
  /** The bulk action's global id. */
  id: Scalars['ID']['output'];
  /** What is done. */
  kind: BulkActionKind;
  /** The id of that option. */
  optionId?: Maybe<Scalars['String']['output']>;
  /** How many were rejected, each for a reason that its row tells. */
  rejected: Scalars['Int']['output'];
  /** The contacts it is about, in the order in which they were given. */
  rows: BulkActionRowConnection;
  /** Where it is in its life. */
  state: BulkActionState;
  /** The studio that contacts are invited to. */
  studio?: Maybe<Studio>;
  /** How many contacts it is about. */
  total: Scalars['Int']['output'];
  /** How many were so already. */
  unchanged: Scalars['Int']['output'];
};


/** Something that is done to many contacts in the background, each once, whatever happens meanwhile. */
export type BulkActionRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  outcome?: InputMaybe<BulkRowOutcome>;
};

/** Why a bulk action ended before all was done. */
export type BulkActionFailure =
  /** Who started it may no longer do so. */
  | 'ACCESS_LOST'
  /** The account is closing. */
  | 'ACCOUNT_CLOSING'
  /** The group was archived or deleted. */
  | 'GROUP_GONE'
  /** It failed several times for a reason of ours. */
  | 'INTERRUPTED'
  /** The field is no longer in use, or the option no longer offered. */
  | 'OPTION_GONE'
  /** The studio takes nobody any more. */
  | 'STUDIO_CLOSED';

/** What is done to many contacts. */
export type BulkActionKind =
  /** Each is given an option of a multi-select field. */
  | 'ADD_OPTION'
  /** Each is put into a group. */
  | 'ADD_TO_GROUP'
  /** Each is set aside. */
  | 'ARCHIVE'
  /** Each is invited to a studio by mail. */
  | 'INVITE'
  /** Each is taken out of a group. */
  | 'REMOVE_FROM_GROUP'
  /** An option of a multi-select field is taken from each. */
  | 'REMOVE_OPTION'
  /** Each is brought back. */
  | 'RESTORE';

/** The bulk action is over: nothing is left to stop. */
export type BulkActionOver = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** How it ended. */
  state: BulkActionState;
};

/** One contact of a bulk action, and what became of it. */
export type BulkActionRow = {
  /** The contact as it is now; null if there is none. */
  contact?: Maybe<Contact>;
  /** The contact's id, as it was meant. */
  contactId: Scalars['ID']['output'];
  /** What became of it. */
  outcome: BulkRowOutcome;
  /** Why nothing was done; null unless rejected. */
  refusal?: Maybe<BulkRowRefusal>;
};

/** A page of a list: each edge holds one BulkActionRow. */
export type BulkActionRowConnection = {
  /** The rows of this page, in order. */
  edges: Array<BulkActionRowEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A BulkActionRow and its place in the list. */
export type BulkActionRowEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The BulkActionRow. */
  node: BulkActionRow;
};

/** Where a bulk action is in its life. */
export type BulkActionState =
  /** Somebody stopped it; what was done stays. */
  | 'CANCELLED'
  /** It ended before all was done; what was done stays. */
  | 'FAILED'
  /** Every contact was dealt with. */
  | 'FINISHED'
  /** It has not begun. */
  | 'QUEUED'
  /** It is under way. */
  | 'RUNNING';

/** What became of one contact. */
export type BulkRowOutcome =
  /** It was done. */
  | 'CHANGED'
  /** Not dealt with yet. */
  | 'PENDING'
  /** Nothing was done, for a reason. */
  | 'REJECTED'
  /** The contact was so already. */
  | 'UNCHANGED';

/** Why nothing was done to a contact. */
export type BulkRowRefusal =
  /** The contact is archived. */
  | 'ARCHIVED'
  /** The contact is erased, or being erased. */
  | 'ERASED'
  /** The contact was merged into another. */
  | 'MERGED'
  /** The contact is not archived. */
  | 'NOT_ARCHIVED'
  /** The field does not take the value that this would give it, for example none where one is required. */
  | 'NOT_FITTING'
  /** There is no such contact. */
  | 'NOT_FOUND'
  /** Who started it may not write this field of this contact. */
  | 'NOT_WRITABLE'
  /** Processing of the contact is restricted (GDPR art. 18). */
  | 'RESTRICTED';

/** More contacts are named than one call takes. */
export type BulkTargetTooLarge = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A bulk action to stop. */
export type CancelBulkActionInput = {
  /** The bulk action. */
  id: Scalars['ID']['input'];
};

/** The bulk action is stopped; what was done stays. */
export type CancelBulkActionPayload = {
  /** The action, as far as it came. */
  bulkAction: BulkAction;
};

/** What came of stopping a bulk action. */
export type CancelBulkActionResult = BulkActionOver | CancelBulkActionPayload;

/** A collection that is to be kept after all. */
export type CancelCollectionRemovalInput = {
  /** The collection. */
  id: Scalars['ID']['input'];
};

/** The collection is kept. */
export type CancelCollectionRemovalPayload = {
  /** The collection as it is now. */
  collection: Collection;
};

/** The collection, or why nothing was called off. */
export type CancelCollectionRemovalResult = CancelCollectionRemovalPayload | CollectionStateConflict;

/** Pictures are captioned by a field that is public (L0) and in use, and this one is not. */
export type CaptionFieldNotPublic = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The field asks for a payment card's number, which the platform never keeps. */
export type CardNumberRefused = UserError & {
  /** The words that were met, as they were read. */
  matched: Scalars['String']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The promise that stands against it. */
  promise: Scalars['String']['output'];
};

/** Whose role changes, and to what. */
export type ChangeMemberRoleInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** The new role. */
  role: MemberRole;
};

/** What came of pausing or resuming an endpoint. */
export type ChangeWebhookEndpointResult = WebhookEndpointPayload;

/** The shot that a contact likes best. */
export type ChoosePhotoInput = {
  /** The photo. */
  photoId: Scalars['ID']['input'];
};

/** The shot is chosen. */
export type ChoosePhotoPayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why the shot was not chosen. */
export type ChoosePhotoResult = ChoosePhotoPayload | PhotoNotReady | SubmissionStateConflict;

/** The code came too late. */
export type CodeExpired = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The code is not right, or was used before. */
export type CodeRejected = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** How many more tries this code has; with none left, ask for a new one. */
  remainingTries: Scalars['Int']['output'];
};

/** A studio's media as one thing: kept until staff remove it. */
export type Collection = Node & {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** When its media go, while it is being removed. */
  removesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is in its life. */
  state: CollectionState;
  /** Whose media it holds. */
  studio: Studio;
  /** Whether it holds whatever the studio holds, or a selection. */
  wholeStudio: Scalars['Boolean']['output'];
};

/** A page of a list: each edge holds one Collection. */
export type CollectionConnection = {
  /** The rows of this page, in order. */
  edges: Array<CollectionEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A Collection and its place in the list. */
export type CollectionEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Collection. */
  node: Collection;
};

/** What would go with a collection now. */
export type CollectionRemovalPreview = {
  /** How many bytes they have. */
  bytes: Scalars['Float']['output'];
  /** Of how many contacts. */
  contacts: Scalars['Int']['output'];
  /** How many submissions stay until a restriction of processing is lifted. */
  held: Scalars['Int']['output'];
  /** How many photos. */
  photos: Scalars['Int']['output'];
  /** How many pictures in the store: originals, and what was made of them. */
  pictures: Scalars['Int']['output'];
  /** How many submissions. */
  submissions: Scalars['Int']['output'];
  /** Confirms the removal of exactly this: pass it to `removeCollection`. */
  token: Scalars['String']['output'];
};

/** Where a collection is in its life. */
export type CollectionState =
  /** Its media are kept until staff remove it. */
  | 'KEPT'
  /** Its media are gone for good. */
  | 'REMOVED'
  /** Its removal is confirmed, and can be called off until `removesAt`. */
  | 'REMOVING';

/** The collection's state does not allow this. */
export type CollectionStateConflict = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The field's values are not what was confirmed, or nothing was. */
export type ConfirmationStale = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** How many values there are now. */
  values: Scalars['Int']['output'];
};

/** What a contact has said about one purpose. A purpose that is not listed was never consented to. */
export type Consent = {
  /** When it was said. Null for those who see the state only. */
  changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was said about it over time, newest first, the last 100. Null for those who see the state only. */
  history?: Maybe<Array<ConsentChange>>;
  /** What it is about. */
  purpose: ConsentPurpose;
  /** What was said last. */
  state: ConsentState;
  /** The version of the studio's consent text that was shown. Null for those who see the state only. */
  textVersion?: Maybe<Scalars['Int']['output']>;
};

/** Something a contact once said about a purpose: the proof of it. */
export type ConsentChange = {
  /** When it was said. */
  changedAt: Scalars['DateTime']['output'];
  /** What was said. */
  state: ConsentState;
  /** The version of the studio's consent text that was shown. */
  textVersion: Scalars['Int']['output'];
};

/** The contact has not consented to the processing of their photo, or withdrew the consent. */
export type ConsentMissing = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** There is no consent for this purpose to withdraw: it was never given. */
export type ConsentNotGiven = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What a contact may consent to. */
export type ConsentPurpose =
  /** Training AI with their photos: off unless they opt in (P15). */
  | 'AI_TRAINING'
  /** Using their photos or address to advertise. */
  | 'MARKETING'
  /** Taking, editing and keeping their photos for the studio. */
  | 'PROCESSING';

/** What a contact has said last about a purpose. */
export type ConsentState =
  /** They agreed, and have not withdrawn it. */
  | 'GIVEN'
  /** They agreed once and have withdrawn it. */
  | 'WITHDRAWN';

/** The consent text was replaced since it was read: show the current one and ask again. */
export type ConsentTextChanged = UserError & {
  /** The version of the text that holds now. */
  currentVersion: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A person whose photos are collected. */
export type Contact = Node & {
  /** What the contact has consented to, one row per purpose they ever agreed to. */
  consents?: Maybe<Array<Consent>>;
  /** One entry per custom field in use, pinned ones first. */
  customFields?: Maybe<Array<CustomFieldValue>>;
  /** What the contact has asked of their data, the newest first. */
  dataSubjectRequests?: Maybe<DataSubjectRequestConnection>;
  /** The email address; masked for some. */
  email?: Maybe<Scalars['String']['output']>;
  /** The id in the account's system of record. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The first name. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** The contact's invitations to studios, the newest first. */
  invitations?: Maybe<InvitationConnection>;
  /** The last name. */
  lastName?: Maybe<Scalars['String']['output']>;
  /** The contact's newest submission. */
  latestSubmission?: Maybe<Submission>;
  /** The contact that this one was merged into; null if it was not. */
  mergedInto?: Maybe<Contact>;
  /** The phone number (E.164); masked for some. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Since when processing is restricted (GDPR art. 18); null if it is not. */
  processingRestrictedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the contact is in their life. */
  status?: Maybe<ContactStatus>;
  /** The contact's submissions, the newest first. */
  submissions?: Maybe<SubmissionConnection>;
  /** Grows with each change: send it back to change only what you saw. */
  version?: Maybe<Scalars['Int']['output']>;
};


/** A person whose photos are collected. */
export type ContactCustomFieldsArgs = {
  keys?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** A person whose photos are collected. */
export type ContactDataSubjectRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person whose photos are collected. */
export type ContactInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person whose photos are collected. */
export type ContactSubmissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of a list: each edge holds one Contact. */
export type ContactConnection = {
  /** The rows of this page, in order. */
  edges: Array<ContactEdge>;
  /** About how many contacts the whole list holds: exact up to 10,000, beyond that an estimate. Cheap. */
  estimatedCount: Scalars['Int']['output'];
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
  /** How many contacts the whole list holds, exactly. Costs a count. */
  totalCount: Scalars['Int']['output'];
};

/** A Contact and its place in the list. */
export type ContactEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Contact. */
  node: Contact;
};

/** Contacts counted by one field. */
export type ContactFacet = {
  /** The key of the custom field that was counted by. */
  custom?: Maybe<Scalars['String']['output']>;
  /** The standard field that was counted by. */
  field?: Maybe<ContactFacetField>;
  /** Its values, the most frequent first. */
  values: Array<ContactFacetValue>;
};

/** By what contacts can be counted. */
export type ContactFacetField =
  /** A group that the contact is in; one in several is counted in each. */
  | 'GROUP'
  /** Where the contact is in their life. */
  | 'STATUS'
  /** A studio that the contact has a submission in, neither withdrawn nor purged, or an open or accepted invitation to; one in several is counted in each. */
  | 'STUDIO';

/** One way to count contacts: by a standard field, or by a custom one of few values. */
export type ContactFacetInput = {
  /** The key of a select or boolean field. */
  custom?: InputMaybe<Scalars['String']['input']>;
  /** A standard field; or else name `custom`. */
  field?: InputMaybe<ContactFacetField>;
  /** How many values, 1 to 100, the most frequent first. */
  first?: Scalars['Int']['input'];
};

/** One value, and how many contacts have it. */
export type ContactFacetValue = {
  /** How many contacts. */
  count: Scalars['Int']['output'];
  /** What a person reads: the group's or studio's name, the option's label. */
  label?: Maybe<Scalars['String']['output']>;
  /** The status, the group's or studio's id, the option's id, or `true` and `false`; null for contacts without any. */
  value?: Maybe<Scalars['String']['output']>;
};

/** A custom property that an account collects about its contacts. */
export type ContactField = Node & {
  /** The language in which every text is there (BCP 47). */
  defaultLocale: Scalars['String']['output'];
  /** Whether lists filter, sort and count by it. */
  filterable: Scalars['Boolean']['output'];
  /** A hint for whoever fills it in. */
  help?: Maybe<Scalars['String']['output']>;
  /** The hint in each of its languages, the default first. */
  helpTexts: Array<LocalizedText>;
  /** The field's global id: it never changes. */
  id: Scalars['ID']['output'];
  /** How lists find contacts by it. */
  indexing: ContactFieldIndexing;
  /** The name for programs: unique in the account. It never changes. */
  key: Scalars['String']['output'];
  /** The name for people. */
  label: Scalars['String']['output'];
  /** The label in each of its languages, the default first. */
  labels: Array<LocalizedText>;
  /** The choices of a select field, those still offered first; empty for other types. */
  options: Array<ContactFieldOption>;
  /** Who keeps it. */
  owner: ContactFieldOwner;
  /** Whether it is shown ahead of the others. */
  pinned: Scalars['Boolean']['output'];
  /** Its place among the account's fields; pinned ones come first. */
  position: Scalars['Int']['output'];
  /** Why it is collected. */
  purpose: Scalars['String']['output'];
  /** How confidential it is. */
  sensitivity: Sensitivity;
  /** Where it is in its life. */
  state: ContactFieldState;
  /** What kind of value it holds. It never changes. */
  type: ContactFieldType;
  /** What a new value must fit. */
  validation: ContactFieldValidation;
  /** Grows with each change of the definition. */
  version: Scalars['Int']['output'];
};


/** A custom property that an account collects about its contacts. */
export type ContactFieldHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A custom property that an account collects about its contacts. */
export type ContactFieldLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** All that an account says of a custom field. */
export type ContactFieldDefinitionInput = {
  /** The language in which every text is there (BCP 47). */
  defaultLocale?: Scalars['String']['input'];
  /** Whether lists filter, sort and count by it. Not for what is kept sealed. */
  filterable?: Scalars['Boolean']['input'];
  /** A hint for whoever fills it in, up to 500 characters. */
  help?: Array<LocalizedTextInput>;
  /** The name for programs: 2 to 64 lower-case letters, digits and _, and no standard field's name. It never changes. */
  key: Scalars['String']['input'];
  /** The name for people, up to 100 characters; the default language is needed. */
  labels: Array<LocalizedTextInput>;
  /** The choices of a select field, in order. */
  options?: Array<ContactFieldOptionInput>;
  /** Who keeps it. */
  owner: ContactFieldOwner;
  /** Whether it is shown ahead of the others. */
  pinned?: Scalars['Boolean']['input'];
  /** Why it is collected, up to 500 characters. */
  purpose: Scalars['String']['input'];
  /** How confidential it is. */
  sensitivity: Sensitivity;
  /** What kind of value it holds. It never changes. */
  type: ContactFieldType;
  /** What a new value must fit. */
  validation?: InputMaybe<ContactFieldValidationInput>;
};

/** What deleting a field would destroy. */
export type ContactFieldDeletionPreview = {
  /** Confirms to have seen this: for `deleteContactField`. Stale once the count changes. */
  confirmationToken: Scalars['String']['output'];
  /** The field. */
  field: ContactField;
  /** How many of them are under restriction (GDPR art. 18): until that is lifted, nothing can be deleted. */
  restricted: Scalars['Int']['output'];
  /** How many contacts have a value, which would be destroyed. */
  values: Scalars['Int']['output'];
};

/** How lists find contacts by a custom field. */
export type ContactFieldIndexing =
  /** By looking at each contact: the field is not filterable, or has no index of its own. */
  | 'NONE'
  /** Not yet: its index is being filled, and lists that use the field are refused until it is. */
  | 'PREPARING'
  /** By an index. */
  | 'READY';

/** Another field of the account has this key. */
export type ContactFieldKeyTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** One choice of a select field. */
export type ContactFieldOption = {
  /** What a value holds. It never changes. */
  id: Scalars['String']['output'];
  /** What a person reads. */
  label: Scalars['String']['output'];
  /** The label in each of its languages, the default first. */
  labels: Array<LocalizedText>;
  /** Whether it is offered no more. Values that hold it stay. */
  retired: Scalars['Boolean']['output'];
};


/** One choice of a select field. */
export type ContactFieldOptionLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One choice of a select field. */
export type ContactFieldOptionInput = {
  /** The id that values hold: 1 to 64 lower-case letters, digits, - and _. Left out for a new one. */
  id?: InputMaybe<Scalars['String']['input']>;
  /** What a person reads, up to 100 characters; the default language is needed. */
  labels: Array<LocalizedTextInput>;
};

/** Who keeps a custom field. */
export type ContactFieldOwner =
  /** The account's admins. */
  | 'ADMIN'
  /** The contact. */
  | 'CONTACT'
  /** The HR system. */
  | 'HR';

/** Work on a field's values over all contacts. */
export type ContactFieldRun = {
  /** When it was complete. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many contacts' values were worked on. */
  done: Scalars['Int']['output'];
  /** The run's id. */
  id: Scalars['ID']['output'];
  /** What is done. */
  kind: ContactFieldRunKind;
  /** How many were left as they are: not convertible, set already, or not due. */
  skipped: Scalars['Int']['output'];
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  state: ContactFieldRunState;
};

/** What is done with a field's values. */
export type ContactFieldRunKind =
  /** They are destroyed. */
  | 'DESTROY'
  /** They are copied to where lists find them; until it is complete, none filters by the field. */
  | 'INDEX'
  /** They are written into another field, where that has none. */
  | 'MIGRATE'
  /** They are sealed, or kept plain again, as the field's sensitivity asks. */
  | 'MOVE';

/** How far work on a field's values is. */
export type ContactFieldRunState =
  /** Every contact was seen. */
  | 'COMPLETE'
  /** It is under way. */
  | 'RUNNING';

/** Where a custom field is in its life. */
export type ContactFieldState =
  /** In use. */
  | 'ACTIVE'
  /** Hidden, its values kept. */
  | 'ARCHIVED'
  /** Its values are destroyed. */
  | 'DELETED'
  /** Still readable; to be used no more. */
  | 'DEPRECATED';

/** The field to take one step in its life. */
export type ContactFieldStateInput = {
  /** The field's id. */
  id: Scalars['ID']['input'];
};

/** The field is in its new state. */
export type ContactFieldStatePayload = {
  /** The field as it is now. */
  field: ContactField;
};

/** What came of a step in a field's life. */
export type ContactFieldStateResult = ContactFieldStatePayload | WrongContactFieldState;

/** What kind of value a custom field holds. */
export type ContactFieldType =
  /** True or false. */
  | 'BOOLEAN'
  /** A date as YYYY-MM-DD. */
  | 'DATE'
  /** A point in time (RFC 3339). */
  | 'DATE_TIME'
  /** A number. */
  | 'DECIMAL'
  /** An email address. */
  | 'EMAIL'
  /** A whole number. */
  | 'INTEGER'
  /** Text of several lines. */
  | 'LONG_TEXT'
  /** The ids of several options. */
  | 'MULTI_SELECT'
  /** A phone number (E.164). */
  | 'PHONE'
  /** The id of one option. */
  | 'SINGLE_SELECT'
  /** One line of text. */
  | 'TEXT'
  /** A web address. */
  | 'URL';

/** What a new value must fit beyond its type; null where nothing is asked. */
export type ContactFieldValidation = {
  /** The earliest date, or date and time. */
  earliest?: Maybe<Scalars['String']['output']>;
  /** The latest date, or date and time. */
  latest?: Maybe<Scalars['String']['output']>;
  /** The highest number. */
  max?: Maybe<Scalars['Float']['output']>;
  /** The most characters. */
  maxLength?: Maybe<Scalars['Int']['output']>;
  /** The lowest number. */
  min?: Maybe<Scalars['Float']['output']>;
  /** The fewest characters. */
  minLength?: Maybe<Scalars['Int']['output']>;
  /** What the whole text fits, in RE2's syntax. */
  pattern?: Maybe<Scalars['String']['output']>;
  /** Whether a value, once there, stays, and forms ask for one. */
  required?: Maybe<Scalars['Boolean']['output']>;
};

/** What a new value must fit beyond its type. */
export type ContactFieldValidationInput = {
  /** The earliest date, or date and time, in the field's type. */
  earliest?: InputMaybe<Scalars['String']['input']>;
  /** The latest date, or date and time, in the field's type. */
  latest?: InputMaybe<Scalars['String']['input']>;
  /** The highest number. */
  max?: InputMaybe<Scalars['Float']['input']>;
  /** The most characters. */
  maxLength?: InputMaybe<Scalars['Int']['input']>;
  /** The lowest number. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** The fewest characters. */
  minLength?: InputMaybe<Scalars['Int']['input']>;
  /** What the whole text fits: RE2's syntax, up to 200 characters. It runs in linear time. */
  pattern?: InputMaybe<Scalars['String']['input']>;
  /** Whether a value, once there, stays, and forms ask for one. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on contacts, as a tree. What one object names must all hold, so `{}` holds for every contact. A field that the viewer may not read in full is refused. */
export type ContactFilter = {
  /** All of these hold; `[]` holds for every contact. */
  and?: InputMaybe<Array<ContactFilter>>;
  /** When the contact was added. */
  createdAt?: InputMaybe<MomentFilter>;
  /** A custom field, named by its key. */
  custom?: InputMaybe<CustomFieldFilter>;
  /** The email address, as normalised: in lower case, the domain in ASCII (IDNA). */
  email?: InputMaybe<TextFilter>;
  /** The id in the account's system of record. */
  externalId?: InputMaybe<TextFilter>;
  /** The first name. */
  firstName?: InputMaybe<TextFilter>;
  /** A group that the contact is in. */
  group?: InputMaybe<GroupFilter>;
  /** The contact's id. */
  id?: InputMaybe<IdFilter>;
  /** The last name. */
  lastName?: InputMaybe<TextFilter>;
  /** This does not hold. A contact without a value is among them. */
  not?: InputMaybe<ContactFilter>;
  /** At least one of these holds; `[]` holds for none. */
  or?: InputMaybe<Array<ContactFilter>>;
  /** The phone number: kept sealed, so not compared. */
  phone?: InputMaybe<PresenceFilter>;
  /** Since when processing is restricted (GDPR art. 18). */
  restrictedAt?: InputMaybe<MomentFilter>;
  /** Where the contact is in their life. */
  status?: InputMaybe<ContactStatusFilter>;
  /** When the contact last changed. */
  updatedAt?: InputMaybe<MomentFilter>;
};

/** What a contact's invitation offers to whoever holds its link. */
export type ContactInvitationOffer = {
  /** The account that invites. */
  accountName: Scalars['String']['output'];
  /** Until when the offer stands. */
  expiresAt: Scalars['DateTime']['output'];
  /** The studio. */
  studioName: Scalars['String']['output'];
};

/** One field by which contacts are ordered: a standard one, or a custom one by its key. */
export type ContactOrder = {
  /** The key of a custom field with one comparable value. */
  custom?: InputMaybe<Scalars['String']['input']>;
  /** Which end comes first. */
  direction?: OrderDirection;
  /** A standard field; or else name `custom`. */
  field?: InputMaybe<ContactOrderField>;
};

/** By what contacts can be ordered. */
export type ContactOrderField =
  /** When the contact was added. */
  | 'CREATED_AT'
  /** The email address. */
  | 'EMAIL'
  /** The id in the account's system of record. */
  | 'EXTERNAL_ID'
  /** The first name. */
  | 'FIRST_NAME'
  /** The last name. */
  | 'LAST_NAME'
  /** Where the contact is in their life, by the status's name. */
  | 'STATUS'
  /** When the contact last changed. */
  | 'UPDATED_AT';

/** The contact's state does not allow this. */
export type ContactStateConflict = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Where the contact is in their life. */
  status: ContactStatus;
};

/** Contacts counted. */
export type ContactStats = {
  /** One entry per facet, in the order in which they were asked for. */
  facets: Array<ContactFacet>;
  /** How many contacts there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** Where a contact is in their life. */
export type ContactStatus =
  /** Set aside by the account. */
  | 'ARCHIVED'
  /** Gone: only the id is left. */
  | 'ERASED'
  /** Being erased. */
  | 'ERASING'
  /** Invited; has not come yet. */
  | 'INVITED'
  /** Known, the email not yet proven. */
  | 'UNVERIFIED'
  /** Has proven their email. */
  | 'VERIFIED';

/** Compares a contact's status. */
export type ContactStatusFilter = {
  /** Exactly this one. */
  eq?: InputMaybe<ContactStatus>;
  /** One of these. */
  in?: InputMaybe<Array<ContactStatus>>;
};

/** Which contacts are meant: give exactly one of its fields. */
export type ContactTarget = {
  /** These contacts, at most 10000; each counts once. */
  contactIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Every contact of a list, however many there are. */
  matching?: InputMaybe<MatchingContacts>;
};

/** A new collection. */
export type CreateCollectionInput = {
  /** Its name: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The studio whose media it holds. */
  studioId: Scalars['ID']['input'];
  /** The studio's submissions that it holds, at most 10,000; none for whatever the studio holds. */
  submissionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The collection is made. */
export type CreateCollectionPayload = {
  /** The collection. */
  collection: Collection;
};

/** The collection, or what is wrong with it. */
export type CreateCollectionResult = CreateCollectionPayload | InvalidCollection;

/** A new custom field. */
export type CreateContactFieldInput = {
  /** What it is. */
  definition: ContactFieldDefinitionInput;
};

/** The field is there. */
export type CreateContactFieldPayload = {
  /** The field as it is now. */
  field: ContactField;
};

/** What came of a new field. */
export type CreateContactFieldResult = CardNumberRefused | ContactFieldKeyTaken | CreateContactFieldPayload | InvalidContactField | SpecialCategoryRefused | TooManyContactFields;

/** A new contact. */
export type CreateContactInput = {
  /** Values of custom fields. */
  customFields?: Array<CustomFieldInput>;
  /** The email: unique in the account, whatever its case or spelling (IDNA). */
  email: Scalars['String']['input'];
  /** The id in the account's system of record. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The first name. */
  firstName: Scalars['String']['input'];
  /** The last name. */
  lastName: Scalars['String']['input'];
  /** The phone number (E.164). */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** The contact is created. */
export type CreateContactPayload = {
  /** The new contact. */
  contact: Contact;
};

/** What came of creating a contact. */
export type CreateContactResult = CreateContactPayload | InvalidContact;

/** A new gallery. */
export type CreateGalleryInput = {
  /** When it expires: within a year. */
  expiresAt: Scalars['DateTime']['input'];
  /** Its name, which visitors see: 1 to 100 characters, none of them secret. */
  name: Scalars['String']['input'];
  /** The PIN, if visitors need one: 6 to 32 letters and digits. */
  pin?: InputMaybe<Scalars['String']['input']>;
  /** The studio whose headshots it shows. */
  studioId: Scalars['ID']['input'];
  /** The studio's submissions that it shows, at most 1,000; none for the whole studio as it stands. */
  submissionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The gallery is open. */
export type CreateGalleryPayload = {
  /** The gallery. */
  gallery: Gallery;
  /** Its link, shown this once: nobody can find it out again. */
  url: Scalars['String']['output'];
};

/** The gallery and its link, or what is wrong with it. */
export type CreateGalleryResult = CreateGalleryPayload | InvalidGallery;

/** A new group. */
export type CreateGroupInput = {
  /** Its name. */
  name: Scalars['String']['input'];
};

/** The file that is about to be uploaded. */
export type CreatePhotoUploadInput = {
  /** Its exact size in bytes, at most 26214400 (25 MB). */
  bytes: Scalars['Int']['input'];
  /** Its media type: image/jpeg, image/png, image/webp or image/avif. */
  contentType: Scalars['String']['input'];
  /** Its SHA-256, in hexadecimal, if known: a photo that was uploaded before is found at once, and a file that changes on its way is refused. */
  sha256?: InputMaybe<Scalars['String']['input']>;
  /** The contact's own submission of which it is one more shot; none to begin a submission with it. */
  submissionId?: InputMaybe<Scalars['ID']['input']>;
};

/** How to upload the file: one request, once. */
export type CreatePhotoUploadPayload = {
  /** Where to say, by an empty POST, that the bytes are at uploadUrl. Null where sending them there is all there is to do. */
  completeUrl?: Maybe<Scalars['String']['output']>;
  /** When the link stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** The headers that the request must carry. */
  headers: Array<UploadHeader>;
  /** The HTTP method to send them with. */
  method: Scalars['String']['output'];
  /** The photo that waits for its original. Ask for it again to follow it. */
  photo: Photo;
  /** The same upload by the tus protocol (tus.io, 1.0.0), for connections that break: HEAD says how much has come in, PATCH goes on. For 24 hours. */
  resumableUrl: Scalars['String']['output'];
  /** The submission that it is a shot of. */
  submission: Submission;
  /** Where the bytes go. The link is its own permission: hand it to nobody. */
  uploadUrl: Scalars['String']['output'];
};

/** How to upload the file, or why it may not be uploaded. */
export type CreatePhotoUploadResult = CreatePhotoUploadPayload | DuplicatePhoto | UploadRefused;

/** A new view. */
export type CreateSavedViewInput = {
  /** Which contacts it shows. */
  filter?: InputMaybe<ContactFilter>;
  /** Its name. */
  name: Scalars['String']['input'];
  /** By what it orders. */
  orderBy?: InputMaybe<Array<ContactOrder>>;
  /** Words to find. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** What came of saving a view. */
export type CreateSavedViewResult = InvalidSavedView | SavedViewNameTaken | SavedViewPayload | TooManySavedViews;

/** A new studio; it begins as a draft. */
export type CreateStudioInput = {
  /** Who may come in. */
  access: StudioAccess;
  /** What people are asked to consent to: 1 to 20,000 characters. */
  consentText: Scalars['String']['input'];
  /** Whether coordinators may accept and reject submissions of their groups' contacts. */
  coordinatorsReview?: Scalars['Boolean']['input'];
  /** Whether coordinators may see the photos as they were taken. */
  coordinatorsSeeOriginals?: Scalars['Boolean']['input'];
  /** How much it takes in, and when. */
  limits?: StudioLimitsInput;
  /** The name people see: 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** How the finished headshots come out. */
  recipe?: RecipeInput;
  /** Who says whether a submission is good. */
  reviewMode?: ReviewMode;
  /** What its public link ends with: 3 to 63 lower-case letters, digits and single hyphens. */
  slug: Scalars['String']['input'];
  /** What greets people: up to 2,000 characters. */
  welcomeText?: Scalars['String']['input'];
};

/** The studio was made. */
export type CreateStudioPayload = {
  /** The studio, a draft. */
  studio: Studio;
};

/** The new studio, or everything that is wrong with it. */
export type CreateStudioResult = CreateStudioPayload | InvalidStudio;

/** A new endpoint. It receives what happens from now on. */
export type CreateWebhookEndpointInput = {
  /** What it is for, up to 200 characters. */
  description?: Scalars['String']['input'];
  /** The types of events to send, for example `submission.submitted`, at least one. Left out, every type is sent. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Confidential custom fields (L2) that the payload query may read, by id. */
  fieldIds?: Array<Scalars['ID']['input']>;
  /** What to read of each event and send with it: `subscription { events { … } }`, run with the endpoint's own permissions. None sends ids only. */
  payloadQuery?: InputMaybe<Scalars['String']['input']>;
  /** What it may know: without CONTACTS_READ it is told of no contact, nor of what is theirs. */
  scopes?: Array<WebhookScope>;
  /** The https address that events are posted to, on the public internet. */
  url: Scalars['String']['input'];
};

/** What came of creating an endpoint. */
export type CreateWebhookEndpointResult = InvalidWebhookEndpoint | TooManyWebhookEndpoints | WebhookSecretPayload;

/** Compares a custom field. Values must fit the field's type. What is given together must all hold. */
export type CustomFieldFilter = {
  /** Two values: from the first to the second, both included. */
  between?: InputMaybe<Array<Scalars['JSON']['input']>>;
  /** A text has this in it, upper and lower case alike; a multi-select has the option with this id. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this value. */
  eq?: InputMaybe<Scalars['JSON']['input']>;
  /** More, later, or after this value. */
  gt?: InputMaybe<Scalars['JSON']['input']>;
  /** One of these values, at most 500. */
  in?: InputMaybe<Array<Scalars['JSON']['input']>>;
  /** Whether there is a value at all. */
  isSet?: InputMaybe<Scalars['Boolean']['input']>;
  /** The field's key. */
  key: Scalars['String']['input'];
  /** Less, earlier, or before this value. */
  lt?: InputMaybe<Scalars['JSON']['input']>;
  /** A text begins with this; upper and lower case are the same. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A custom field's value, by the field's key. */
export type CustomFieldInput = {
  /** The field's key. */
  key: Scalars['String']['input'];
  /** The value in the field's type; null clears it. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** What a contact has in one custom field. */
export type CustomFieldValue = {
  /** The field's definition. */
  field: ContactField;
  /** The field's key. */
  key: Scalars['String']['output'];
  /** The value in the field's type; null if there is none. */
  value?: Maybe<Scalars['JSON']['output']>;
};

/** Who somebody says they are who filed a request without being signed in. Nobody has proven it. */
export type DataSubjectClaimant = {
  /** The email address they gave, for an answer. */
  email: Scalars['String']['output'];
  /** The first name they gave. */
  firstName: Scalars['String']['output'];
  /** The last name they gave. */
  lastName: Scalars['String']['output'];
};

/** What a person asks of the account about their data: access, erasure and the like (GDPR art. 15 to 21). */
export type DataSubjectRequest = Node & {
  /** Who they said they are, where it came by the public form. */
  claimant?: Maybe<DataSubjectClaimant>;
  /** The contact who asks, once that is known. */
  contact?: Maybe<Contact>;
  /** When it was approved or denied; null if it was not. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ground on which it was denied. */
  denialGround?: Maybe<DataSubjectRequestDenialGround>;
  /** By when it is to be answered: 30 days from receipt. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the person was told with the decision. */
  explanation?: Maybe<Scalars['String']['output']>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What is asked for. */
  kind?: Maybe<DataSubjectRequestKind>;
  /** How it came in. */
  origin?: Maybe<DataSubjectRequestOrigin>;
  /** When it came in. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the person said about it. */
  statement?: Maybe<Scalars['String']['output']>;
  /** Where it is in its life. */
  status?: Maybe<DataSubjectRequestStatus>;
  /** What has happened to it, in order. */
  steps?: Maybe<Array<DataSubjectRequestStep>>;
};

/** A page of a list: each edge holds one DataSubjectRequest. */
export type DataSubjectRequestConnection = {
  /** The rows of this page, in order. */
  edges: Array<DataSubjectRequestEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** How many requests the platform holds in one status. */
export type DataSubjectRequestCount = {
  /** How many, over all accounts. */
  count: Scalars['Int']['output'];
  /** The status. */
  status: DataSubjectRequestStatus;
};

/** Why a request is denied. */
export type DataSubjectRequestDenialGround =
  /** Another open request asks the same. */
  | 'DUPLICATE'
  /** It is excessive, being repeated (art. 12 (5)). */
  | 'EXCESSIVE'
  /** Who asks could not be found out (art. 12 (2), (6)). */
  | 'IDENTITY_NOT_PROVEN'
  /** The data is needed for legal claims (art. 17 (3) e, 21 (1)). */
  | 'LEGAL_CLAIMS'
  /** A law demands that the data is kept (art. 17 (3) b). */
  | 'LEGAL_OBLIGATION'
  /** Compelling legitimate grounds override it (art. 21 (1)). */
  | 'OVERRIDING_GROUNDS'
  /** It would harm the rights of others (art. 15 (4), 20 (4)). */
  | 'RIGHTS_OF_OTHERS'
  /** It is manifestly unfounded (art. 12 (5)). */
  | 'UNFOUNDED';

/** The contact has an open request of the same kind. */
export type DataSubjectRequestDuplicate = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A DataSubjectRequest and its place in the list. */
export type DataSubjectRequestEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The DataSubjectRequest. */
  node: DataSubjectRequest;
};

/** Which requests. What is given together must all hold; each list means one of its values. */
export type DataSubjectRequestFilter = {
  /** Only those to be answered before then. */
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** What they ask for. */
  kind?: InputMaybe<Array<DataSubjectRequestKind>>;
  /** Where they are in their life. */
  status?: InputMaybe<Array<DataSubjectRequestStatus>>;
};

/** Something in the request is missing, too long or not what it should be. */
export type DataSubjectRequestInvalid = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What a person may ask for of their data (GDPR art. 15 to 21). */
export type DataSubjectRequestKind =
  /** To see what is held on them (art. 15). */
  | 'ACCESS'
  /** To have it erased (art. 17). */
  | 'ERASURE'
  /** To have a use of it ended (art. 21). */
  | 'OBJECTION'
  /** To take it with them (art. 20). */
  | 'PORTABILITY'
  /** To have it put right (art. 16). */
  | 'RECTIFICATION'
  /** To have it kept but not used (art. 18). */
  | 'RESTRICTION';

/** The request's status does not allow it: it was decided or withdrawn, or its person is known already. */
export type DataSubjectRequestNotOpen = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Where the request is. */
  status: DataSubjectRequestStatus;
};

/** How a request came in. */
export type DataSubjectRequestOrigin =
  /** Somebody of the account entered it for the contact. */
  | 'ACCOUNT'
  /** The contact filed it, signed in. */
  | 'CONTACT'
  /** Somebody who was not signed in filed it by the public form. */
  | 'FORM';

/** The request has gone on. */
export type DataSubjectRequestPayload = {
  /** The request as it is now. */
  dataSubjectRequest: DataSubjectRequest;
};

/** Where a request is in its life. */
export type DataSubjectRequestStatus =
  /** It is granted, and is to be carried out. */
  | 'APPROVED'
  /** It is refused, on a ground that the person is told. */
  | 'DENIED'
  /** Nobody has found out yet who asks. It cannot be approved. */
  | 'IDENTITY_UNVERIFIED'
  /** It is known who asks, and an answer is owed. */
  | 'PENDING_REVIEW'
  /** The person has taken it back. */
  | 'WITHDRAWN';

/** A step in a request's life. */
export type DataSubjectRequestStep = {
  /** What kind of actor made it. */
  actorKind: AuditActorKind;
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** What it was. */
  step: DataSubjectRequestStepKind;
};

/** A step in a request's life: that it came in, or the status it took. */
export type DataSubjectRequestStepKind =
  /** It is granted, and is to be carried out. */
  | 'APPROVED'
  /** It is refused, on a ground that the person is told. */
  | 'DENIED'
  /** Nobody has found out yet who asks. It cannot be approved. */
  | 'IDENTITY_UNVERIFIED'
  /** It is known who asks, and an answer is owed. */
  | 'PENDING_REVIEW'
  /** It came in, and its time began to run. */
  | 'RECEIVED'
  /** The person has taken it back. */
  | 'WITHDRAWN';

/** No public studio is at this address. */
export type DataSubjectStudioUnknown = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Nobody has found out yet who asks; until then a request is not approved. */
export type DataSubjectUnidentified = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The request as decided, or why it was not. */
export type DecideDataSubjectRequestResult = DataSubjectRequestInvalid | DataSubjectRequestNotOpen | DataSubjectRequestPayload | DataSubjectUnidentified;

/** The archived field to delete, its values with it. */
export type DeleteContactFieldInput = {
  /** What `previewContactFieldDeletion` gave. It is stale once the count has changed. */
  confirmationToken: Scalars['String']['input'];
  /** The field's id. */
  id: Scalars['ID']['input'];
};

/** The field is gone; its values are being destroyed. */
export type DeleteContactFieldPayload = {
  /** The field as it was left. */
  field: ContactField;
  /** The work that destroys its values. */
  run: ContactFieldRun;
};

/** What came of deleting a field. */
export type DeleteContactFieldResult = ConfirmationStale | DeleteContactFieldPayload | FieldWorkUnderWay | ValuesUnderRestriction | WrongContactFieldState;

/** Which group to delete. */
export type DeleteGroupInput = {
  /** The group's id. */
  id: Scalars['ID']['input'];
};

/** The group is gone; its contacts are still there. */
export type DeleteGroupPayload = {
  /** The id that the group had. */
  deletedGroupId: Scalars['ID']['output'];
};

/** What came of deleting a group. */
export type DeleteGroupResult = DeleteGroupPayload | GroupInUse;

/** Which view to delete. */
export type DeleteSavedViewInput = {
  /** The view's id. */
  id: Scalars['ID']['input'];
};

/** The view is gone. */
export type DeleteSavedViewPayload = {
  /** The id that the view had. */
  deletedSavedViewId: Scalars['ID']['output'];
};

/** What came of deleting a view. */
export type DeleteSavedViewResult = DeleteSavedViewPayload | SavedViewNotYours;

/** Which to delete. */
export type DeleteWebhookEndpointInput = {
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
};

/** The endpoint is gone, and its delivery log. */
export type DeleteWebhookEndpointPayload = {
  /** The id that it had. */
  deletedWebhookEndpointId: Scalars['ID']['output'];
};

/** What came of deleting an endpoint. */
export type DeleteWebhookEndpointResult = DeleteWebhookEndpointPayload;

/** That a request is refused, and why. */
export type DenyDataSubjectRequestInput = {
  /** Why it applies, for the person to read; at most 4000 characters. */
  explanation: Scalars['String']['input'];
  /** The ground in law. */
  ground: DataSubjectRequestDenialGround;
  /** The request. */
  id: Scalars['ID']['input'];
};

/** Which request to deny. */
export type DenySupportAccessInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** How a headshot comes to its size. */
export type DerivativeFit =
  /** It fills width × height; what is over is cut. */
  | 'CROP'
  /** It fills width × height around the person's head. */
  | 'FACE'
  /** It is shown whole within width × height, never enlarged. */
  | 'INSIDE';

/** The file format of a headshot. */
export type DerivativeFormat =
  /** AVIF: the smallest, and the slowest to make. */
  | 'AVIF'
  /** JPEG; cannot be transparent. */
  | 'JPEG'
  /** PNG; without loss, so quality does not matter. */
  | 'PNG'
  /** WebP. */
  | 'WEBP';

/** A headshot that a studio wants of each of its photos, besides the edited version. */
export type DerivativeRecipe = Node & {
  /** What is behind the person: a colour as #rrggbb, or transparent. */
  backdrop: Scalars['String']['output'];
  /** How it comes to its size. */
  fit: DerivativeFit;
  /** Its file format. */
  format: DerivativeFormat;
  /** Height in pixels. */
  height: Scalars['Int']['output'];
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What the studio calls it. */
  name: Scalars['String']['output'];
  /** 1 to 100; PNG ignores it. */
  quality: Scalars['Int']['output'];
  /** Whether it has colours. */
  tone: DerivativeTone;
  /** Width in pixels. */
  width: Scalars['Int']['output'];
};

/** The studio has a recipe of that name, or one that makes the very same headshot. */
export type DerivativeRecipeExists = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A recipe being applied to photos that its studio has, all or a collection's. Ask again to follow it. */
export type DerivativeRun = Node & {
  /** The collection that it covers, for those who run the account; null for all photos of the studio. */
  collection?: Maybe<Collection>;
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** Photos of which it could not be made. */
  failed: Scalars['Int']['output'];
  /** When every photo was dealt with, or it was given up. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Photos that have the headshot now. */
  made: Scalars['Int']['output'];
  /** Photos left out: processing of the contact's data is restricted, or they are erased. */
  skipped: Scalars['Int']['output'];
  /** How far it is. */
  status: DerivativeRunStatus;
  /** The studio whose photos it covers. */
  studio: Studio;
  /** Photos that there were when it began. */
  total: Scalars['Int']['output'];
};

/** The recipe is being applied at the moment. */
export type DerivativeRunInProgress = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The run to follow. */
  run: DerivativeRun;
};

/** How far a run is. */
export type DerivativeRunStatus =
  /** Every photo was dealt with. */
  | 'COMPLETE'
  /** Given up: it went no further. Apply the recipe again; what is made is not made twice. */
  | 'FAILED'
  /** Photos are still to be dealt with. */
  | 'RUNNING';

/** Whether a headshot has colours. */
export type DerivativeTone =
  /** As it was taken. */
  | 'COLOUR'
  /** In greys. */
  | 'GREY';

/** Several rows of the call have this external id. */
export type DuplicateExternalId = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The contact has uploaded this very file to this studio before. */
export type DuplicatePhoto = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The photo that it is. Go on with that one, unless the message says that the studio asked for another. */
  photo: Photo;
};

/** The account's policy allows no members at this email domain. */
export type EmailDomainNotAllowed = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Another contact of the account has this email. */
export type EmailTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A request that reached the account by another way: a letter, a call. */
export type EnterDataSubjectRequestInput = {
  /** The contact who asks. */
  contactId: Scalars['ID']['input'];
  /** What they ask for. */
  kind: DataSubjectRequestKind;
  /** What the person says about it, at most 4000 characters. */
  statement?: InputMaybe<Scalars['String']['input']>;
};

/** Something that happened in the account. It carries ids only: what they stand for is read under access. */
export type Event = {
  /** The contact it is about, as they are now. */
  contact?: Maybe<Contact>;
  /** The contact it is about, also where that is no more. */
  contactId?: Maybe<Scalars['ID']['output']>;
  /** Of a merge: the contact that was the duplicate. */
  duplicateId?: Maybe<Scalars['ID']['output']>;
  /** The export it is about. */
  exportId?: Maybe<Scalars['ID']['output']>;
  /** The event's own id: the same each time, and on every road, it is delivered. */
  id: Scalars['ID']['output'];
  /** The invitation it is about. */
  invitationId?: Maybe<Scalars['ID']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** The photo it is about, also where that is no more. */
  photoId?: Maybe<Scalars['ID']['output']>;
  /** The studio it is about, as it is now. */
  studio?: Maybe<Studio>;
  /** The studio it is about. */
  studioId?: Maybe<Scalars['ID']['output']>;
  /** The submission it is about, as it stands now. */
  submission?: Maybe<Submission>;
  /** The submission it is about, also where that is no more. */
  submissionId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  type: EventType;
  /** The version of the type's payload. It grows when the payload changes. */
  version: Scalars['Int']['output'];
  /** The webhook endpoint it is about. */
  webhookEndpointId?: Maybe<Scalars['ID']['output']>;
};

/** An event and its place in the log. */
export type EventEdge = {
  /** Pass it as `after` to go on behind this event. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: Event;
};

/** A stretch of the account's event log. */
export type EventPage = {
  /** The events that pass the filter and that the viewer may know of. */
  edges: Array<EventEdge>;
  /** How far the log was read, filtered events included: pass it as `after`. */
  endCursor: Scalars['String']['output'];
  /** Whether more of the log can be read at once. */
  hasMore: Scalars['Boolean']['output'];
};

/** What happened in the account. */
export type EventType =
  /** `consent.changed`: A contact gave or withdrew a consent. Carries contactId, studioId. */
  | 'CONSENT_CHANGED'
  /** `contact.archived`: A contact was archived and signed out. Carries contactId. */
  | 'CONTACT_ARCHIVED'
  /** `contact.created`: A contact was created. Carries contactId. */
  | 'CONTACT_CREATED'
  /** `contact.erased`: A contact's data is gone for good. No part of the platform does this yet, so none is told so far. Carries contactId. */
  | 'CONTACT_ERASED'
  /** `contact.invitation_accepted`: A contact came by an invitation. Carries contactId, studioId, invitationId. */
  | 'CONTACT_INVITATION_ACCEPTED'
  /** `contact.invitation_opened`: An invitation's link was opened. Carries contactId, studioId, invitationId. */
  | 'CONTACT_INVITATION_OPENED'
  /** `contact.invitation_revoked`: An invitation was taken back. Carries contactId, studioId, invitationId. */
  | 'CONTACT_INVITATION_REVOKED'
  /** `contact.invited`: A contact was invited to a studio, or invited again. Carries contactId, studioId, invitationId. */
  | 'CONTACT_INVITED'
  /** `contact.merged`: A duplicate was merged into this contact. Carries contactId, duplicateId. */
  | 'CONTACT_MERGED'
  /** `contact.restored`: An archived contact is in use again. Carries contactId. */
  | 'CONTACT_RESTORED'
  /** `contact.unmerged`: A merge was undone. Carries contactId, duplicateId. */
  | 'CONTACT_UNMERGED'
  /** `contact.updated`: A contact's values, groups or status changed. Carries contactId. */
  | 'CONTACT_UPDATED'
  /** `export.ready`: An export can be fetched. No part of the platform does this yet, so none is told so far. Carries exportId. */
  | 'EXPORT_READY'
  /** `photo.failed`: No headshot could be made of a photo. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_FAILED'
  /** `photo.ready`: The headshot is made and can be reviewed. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_READY'
  /** `studio.archived`: A studio is closed for good. Carries studioId. */
  | 'STUDIO_ARCHIVED'
  /** `studio.paused`: A studio is closed for now. Carries studioId. */
  | 'STUDIO_PAUSED'
  /** `studio.published`: A studio takes photos. Carries studioId. */
  | 'STUDIO_PUBLISHED'
  /** `studio.resumed`: A paused studio takes photos again. Carries studioId. */
  | 'STUDIO_RESUMED'
  /** `submission.accepted`: A submission was accepted. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_ACCEPTED'
  /** `submission.created`: A contact asked for an upload: a draft was opened. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_CREATED'
  /** `submission.deleted`: A submission's pictures are gone for good. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_DELETED'
  /** `submission.rejected`: A reviewer rejected a submission, for a reason. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_REJECTED'
  /** `submission.retake_requested`: A reviewer asked the contact for another photo. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_RETAKE_REQUESTED'
  /** `submission.submitted`: A contact approved the edited photo and submitted it. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_SUBMITTED'
  /** `submission.withdrawn`: The contact took a submission back. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_WITHDRAWN'
  /** `webhook_endpoint.disabled`: The platform stopped sending to an endpoint. Carries webhookEndpointId. */
  | 'WEBHOOK_ENDPOINT_DISABLED';

/** Which grant to extend. */
export type ExtendSupportAccessInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** Another contact of the account has this external id. */
export type ExternalIdTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What somebody may do with a field of a contact, and what decided it. */
export type FieldAccess = {
  /** The matrix's column; null if the contact does not exist for them. */
  audience?: Maybe<AccessAudience>;
  /** The matrix's cell; null if the contact does not exist for them. */
  cell?: Maybe<Scalars['String']['output']>;
  /** Whether it is in what they take out of the account, and whole. A restriction of processing stops that. */
  exported: FieldAccessDecision;
  /** The field, as errors name it. */
  field: Scalars['String']['output'];
  /** Whether they read it. */
  read: FieldAccessDecision;
  /** Whether their reading it goes into the audit trail. */
  recorded: Scalars['Boolean']['output'];
  /** The matrix's row. */
  row: Scalars['String']['output'];
  /** Whether they may sign in now. If not, this is what they would see once they may. */
  signsIn: Scalars['Boolean']['output'];
  /** Whether they write it. */
  write: FieldAccessDecision;
};

/** A decision of the access table, and what it stands on. */
export type FieldAccessDecision = {
  /** What decided. */
  decidedBy: AccessGround;
  /** What may be done. */
  outcome: FieldAccessOutcome;
  /** Why, as they themselves would be told. */
  reason: Scalars['String']['output'];
};

/** What may be done with a field. */
export type FieldAccessOutcome =
  /** Nothing. */
  | 'DENIED'
  /** A part of it is read. */
  | 'MASKED'
  /** It is read in full. */
  | 'READ'
  /** It is written. */
  | 'WRITE';

/** An owner's case for a custom field that was refused for a special category. */
export type FieldAppeal = {
  /** The account that appeals. */
  accountId: Scalars['ID']['output'];
  /** The owner's attestation: on which ground they may collect it. */
  attestation: Scalars['String']['output'];
  /** What the definition was refused for. */
  categories: Array<SpecialCategory>;
  /** The definition. An approval holds for it and for no other. */
  definition: AppealedDefinition;
  /** When it was filed. */
  filedAt: Scalars['DateTime']['output'];
  /** The appeal's id. */
  id: Scalars['ID']['output'];
  /** Why it was decided so. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was decided. */
  reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is. */
  state: FieldAppealState;
};

/** What staff decide on an appeal. */
export type FieldAppealDecision =
  /** Exactly this definition may be created. */
  | 'APPROVE'
  /** The refusal stands. */
  | 'DENY';

/** Where an appeal is. */
export type FieldAppealState =
  /** Exactly this definition may be created. */
  | 'APPROVED'
  /** The refusal stands. */
  | 'DENIED'
  /** The platform's staff have yet to review it. */
  | 'PENDING';

/** Two fields: the values of one are to be written into the other. */
export type FieldMigrationInput = {
  /** The field that has the values. It keeps them. */
  from: Scalars['ID']['input'];
  /** The field that gets them, where it has none. At least as confidential. */
  to: Scalars['ID']['input'];
};

/** What migrating one field's values into another would do. */
export type FieldMigrationPreview = {
  /** How many would be left, since the other field has a value. */
  alreadySet: Scalars['Int']['output'];
  /** How many of those would be written. */
  convertible: Scalars['Int']['output'];
  /** How many of them were looked at: at most 20,000, and none under restriction. */
  examined: Scalars['Int']['output'];
  /** How many would be left, since they do not fit. */
  notConvertible: Scalars['Int']['output'];
  /** Why they do not fit: the ten most frequent reasons. */
  reasons: Array<FieldMigrationReason>;
  /** How many contacts have a value in the field. */
  values: Scalars['Int']['output'];
};

/** Why values cannot be converted, and how many. */
export type FieldMigrationReason = {
  /** How many values that is. */
  count: Scalars['Int']['output'];
  /** What the other field expects. It names no value. */
  reason: Scalars['String']['output'];
};

/** The caller may not write this field of this contact. */
export type FieldNotWritable = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Work on the field's values is still under way. */
export type FieldWorkUnderWay = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A request that the signed-in contact files for themselves. */
export type FileDataSubjectRequestInput = {
  /** What they ask for. */
  kind: DataSubjectRequestKind;
  /** What the person says about it, at most 4000 characters. */
  statement?: InputMaybe<Scalars['String']['input']>;
};

/** The request, or the one that it joined, or why it was not taken. */
export type FileDataSubjectRequestResult = DataSubjectRequestInvalid | FiledDataSubjectRequest | JoinedDataSubjectRequest | TooManyDataSubjectRequests;

/** A request by somebody who is not signed in. */
export type FileUnverifiedDataSubjectRequestInput = {
  /** The email address to answer to. */
  email: Scalars['String']['input'];
  /** Their first name. */
  firstName: Scalars['String']['input'];
  /** What they ask for. */
  kind: DataSubjectRequestKind;
  /** Their last name. */
  lastName: Scalars['String']['input'];
  /** What the person says about it, at most 4000 characters. */
  statement?: InputMaybe<Scalars['String']['input']>;
  /** What the link of a public studio of the account ends with. */
  studioSlug: Scalars['String']['input'];
};

/** That the request was taken in, or why not. */
export type FileUnverifiedDataSubjectRequestResult = DataSubjectRequestInvalid | DataSubjectStudioUnknown | TooManyDataSubjectRequests | UnverifiedDataSubjectRequestFiled;

/** The request is on record. */
export type FiledDataSubjectRequest = {
  /** The request. */
  dataSubjectRequest: DataSubjectRequest;
};

/** Headshots of a studio, shown under a link. */
export type Gallery = Node & {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it expires. */
  expiresAt: Scalars['DateTime']['output'];
  /** Whether visitors need a PIN. */
  hasPin: Scalars['Boolean']['output'];
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** When it was closed. */
  lockedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its name, which visitors see. */
  name: Scalars['String']['output'];
  /** Where it is in its life. */
  state: GalleryState;
  /** Whose headshots it shows. */
  studio: Studio;
  /** Whether it shows the whole studio as it stands, or a selection. */
  wholeStudio: Scalars['Boolean']['output'];
};

/** The gallery is closed already. */
export type GalleryClosed = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A page of a list: each edge holds one Gallery. */
export type GalleryConnection = {
  /** The rows of this page, in order. */
  edges: Array<GalleryEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A Gallery and its place in the list. */
export type GalleryEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Gallery. */
  node: Gallery;
};

/** Where a gallery is in its life. */
export type GalleryState =
  /** Its time is over. */
  | 'EXPIRED'
  /** Staff closed it. */
  | 'LOCKED'
  /** Its link shows the headshots. */
  | 'OPEN';

/** Agreement of the signed-in contact to one purpose. */
export type GiveConsentInput = {
  /** What they agree to. */
  purpose: ConsentPurpose;
  /** The version of the consent text that was shown. If it was replaced meanwhile, nothing is recorded. */
  textVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The consent is on record. */
export type GiveConsentPayload = {
  /** The consent as it stands now. */
  consent: Consent;
  /** The contact who gave it. */
  contact: Contact;
};

/** The consent, or why it was not recorded. */
export type GiveConsentResult = ConsentTextChanged | GiveConsentPayload | ProcessingRestricted;

/** Which request to grant. */
export type GrantSupportAccessInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** A set of contacts, by which coordinators are given their part of an account. */
export type Group = Node & {
  /** When it was set aside: it then gives its coordinators nothing. Null while it is in use. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many contacts are in it. Those under restriction count where the viewer may read their groups. */
  contactCount: Scalars['Int']['output'];
  /** The coordinators assigned to it; for owners, admins and privacy officers. */
  coordinators?: Maybe<Array<Member>>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The group's global id. */
  id: Scalars['ID']['output'];
  /** The name; no two groups in use have the same. */
  name: Scalars['String']['output'];
};

/** The group was set aside. */
export type GroupArchived = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A page of a list: each edge holds one Group. */
export type GroupConnection = {
  /** The rows of this page, in order. */
  edges: Array<GroupEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** The group's contacts are these now. */
export type GroupContactsPayload = {
  /** For how many contacts something changed; the others were so already. */
  changed: Scalars['Int']['output'];
  /** The group as it is now. */
  group: Group;
};

/** What came of putting contacts into a group, or taking them out. */
export type GroupContactsResult = GroupArchived | GroupContactsPayload | ProcessingRestricted | TooManyContacts | UnknownContacts;

/** What came of giving a coordinator a group, or taking it. */
export type GroupCoordinatorResult = GroupArchived | GroupPayload | NotACoordinator;

/** A Group and its place in the list. */
export type GroupEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Group. */
  node: Group;
};

/** Compares the groups that a contact is in. What is given together must all hold. */
export type GroupFilter = {
  /** Exactly this one. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these, at most 500. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether the contact is in any group. */
  isSet?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The group is in use. */
export type GroupInUse = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Another group in use has this name. */
export type GroupNameTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The group is so now. */
export type GroupPayload = {
  /** The group as it is now. */
  group: Group;
};

/** Groups are for coordinators. */
export type GroupsNotForRole = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Compares a global id. What is given together must all hold. */
export type IdFilter = {
  /** Exactly this one. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these, at most 500. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Who filed a request by the public form. */
export type IdentifyDataSubjectInput = {
  /** The contact, whose identity somebody has checked. */
  contactId: Scalars['ID']['input'];
  /** The request. */
  id: Scalars['ID']['input'];
};

/** The request with its contact, or why it has none. */
export type IdentifyDataSubjectResult = DataSubjectRequestDuplicate | DataSubjectRequestNotOpen | DataSubjectRequestPayload;

/** The collection cannot be made like this. */
export type InvalidCollection = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Some values cannot be kept: nothing was written. */
export type InvalidContact = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Everything that is wrong, each with its place in the input. */
  problems: Array<UserError>;
};

/** A field's definition is not one. */
export type InvalidContactField = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The recipe asks for something that cannot be made. */
export type InvalidDerivativeRecipe = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** It is not an email address. */
export type InvalidEmail = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The gallery cannot be made like this. */
export type InvalidGallery = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** It is not a group's name. */
export type InvalidGroupName = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A limit is out of bounds, or the studio would close before it opens. */
export type InvalidLimits = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A name is missing or too long. */
export type InvalidName = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The reason says too little, or too much. */
export type InvalidReason = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The recipe asks for something that cannot be made. */
export type InvalidRecipe = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The message to the contact cannot be kept. */
export type InvalidReviewMessage = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What the view would show cannot be listed: an argument is malformed, or you may not use its field. */
export type InvalidSavedView = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A setting is out of its bounds. */
export type InvalidSetting = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The slug does not fit into a link. */
export type InvalidSlug = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The attestation, or the reason, is missing or too long. */
export type InvalidStatement = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Something in the studio needs attention; `problems` holds all of it, each with its path. */
export type InvalidStudio = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Everything that is wrong. */
  problems: Array<StudioProblem>;
};

/** The name is empty, too long, or holds control characters. */
export type InvalidStudioName = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A text is missing, too long, or holds control characters. */
export type InvalidText = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A value does not fit its field. */
export type InvalidValue = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What was given for the endpoint cannot be used: see the path and the message. */
export type InvalidWebhookEndpoint = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A contact's private invitation to a studio. */
export type Invitation = Node & {
  /** When it was accepted. */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who is invited. */
  contact: Contact;
  /** When it was first asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when its link may be followed. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invitation's global id. */
  id: Scalars['ID']['output'];
  /** When its link was first looked at. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was withdrawn. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the mail with its link left; null while it waits. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is in its life. */
  status: InvitationStatus;
  /** The studio they are invited to. */
  studio?: Maybe<Studio>;
};

/** A page of a list: each edge holds one Invitation. */
export type InvitationConnection = {
  /** The rows of this page, in order. */
  edges: Array<InvitationEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A Invitation and its place in the list. */
export type InvitationEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Invitation. */
  node: Invitation;
};

/** The invitation was sent a moment ago. */
export type InvitationJustSent = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** When it may be sent again. */
  retryAt: Scalars['DateTime']['output'];
};

/** What an invitation offers to whoever holds its link. */
export type InvitationOffer = {
  /** The account that invites. */
  accountName: Scalars['String']['output'];
  /** The email to sign in with at the Hub: the first sign-in accepts. */
  email: Scalars['String']['output'];
  /** Until when the offer stands. */
  expiresAt: Scalars['DateTime']['output'];
  /** The role that is offered. */
  role: MemberRole;
};

/** The invitation cannot be used for this any more, or its link never was one. */
export type InvitationOver = UserError & {
  /** Where the invitation is; null for a link that is none, or that a newer one has replaced. */
  invitationStatus?: Maybe<InvitationStatus>;
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The invitation is so now. */
export type InvitationPayload = {
  /** The invitation as it is now. */
  invitation: Invitation;
};

/** Where an invitation is in its life. */
export type InvitationStatus =
  /** It was accepted: the email is proven. */
  | 'ACCEPTED'
  /** Its time is over; it may be sent again. */
  | 'EXPIRED'
  /** Somebody looked at its link: the person, or a mail scanner on their behalf. */
  | 'OPENED'
  /** Its mail waits to leave. */
  | 'QUEUED'
  /** It was withdrawn, or the contact's email changed or they were set aside since. */
  | 'REVOKED'
  /** Its mail has left. */
  | 'SENT';

/** Whom to invite, and where. */
export type InviteContactInput = {
  /** The contact. */
  contactId: Scalars['ID']['input'];
  /** The studio. */
  studioId: Scalars['ID']['input'];
};

/** What came of inviting a contact. */
export type InviteContactResult = AccountClosing | AlreadyInvited | ContactStateConflict | InvitationPayload | ProcessingRestricted | StudioNotPublished;

/** Whom to invite, and as what. */
export type InviteMemberInput = {
  /** Their email at the Hub. */
  email: Scalars['String']['input'];
  /** A coordinator's groups. */
  groupIds?: Array<Scalars['ID']['input']>;
  /** Their name; the email stands in for it if left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they will do. */
  role: MemberRole;
};

/** What came of inviting somebody. */
export type InviteMemberResult = AccountClosing | AlreadyMember | EmailDomainNotAllowed | GroupsNotForRole | InvalidEmail | InvalidName | MemberPayload | RoleOutOfReach;

/** The contact has asked the same before, and an answer is still owed: this request joined that one. */
export type JoinedDataSubjectRequest = {
  /** The request that stands, with its own deadline. */
  dataSubjectRequest: DataSubjectRequest;
};

/** The account would be left without an active owner. */
export type LastOwner = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A text in one language. */
export type LocalizedText = {
  /** The language as a BCP 47 tag. */
  locale: Scalars['String']['output'];
  /** The text. */
  text: Scalars['String']['output'];
};

/** A text in one language. */
export type LocalizedTextInput = {
  /** The language as a BCP 47 tag, for example en or fr-CH. */
  locale: Scalars['String']['input'];
  /** The text. */
  text: Scalars['String']['input'];
};

/** A gallery to close. */
export type LockGalleryInput = {
  /** The gallery. */
  id: Scalars['ID']['input'];
};

/** The gallery is closed: its link shows nothing any more. */
export type LockGalleryPayload = {
  /** The gallery as it is now. */
  gallery: Gallery;
};

/** The gallery, or why it was not closed. */
export type LockGalleryResult = GalleryClosed | LockGalleryPayload;

/** The contacts of a list, by at least one of its fields; what several name must all hold. Fields that the viewer may not read in full are refused. */
export type MatchingContacts = {
  /** Contacts of which this holds; `{}` for every contact. */
  filter?: InputMaybe<ContactFilter>;
  /** Contacts whose names or email have these words. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Contacts of a saved view; its search applies where none is given. */
  view?: InputMaybe<Scalars['ID']['input']>;
};

/** A person working for an account. */
export type Member = Node & {
  /** When they were first invited. */
  createdAt: Scalars['DateTime']['output'];
  /** The email address at which they were invited. */
  email: Scalars['String']['output'];
  /** The groups that a coordinator is assigned to; archived ones included. */
  groups: Array<Group>;
  /** The member's global id. */
  id: Scalars['ID']['output'];
  /** What an invited member was sent; null for every other. */
  invitation?: Maybe<MemberInvitation>;
  /** The name. */
  name: Scalars['String']['output'];
  /** What they do in the account. */
  role: MemberRole;
  /** Where they are in their life. */
  status: MemberStatus;
};

/** A page of a list: each edge holds one Member. */
export type MemberConnection = {
  /** The rows of this page, in order. */
  edges: Array<MemberEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A Member and its place in the list. */
export type MemberEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Member. */
  node: Member;
};

/** What an invited member was sent last. Past its deadline it must be sent again. */
export type MemberInvitation = {
  /** When it was last sent out. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when it may be followed. */
  expiresAt: Scalars['DateTime']['output'];
  /** When the mail left; null while it waits. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What came of sending an invitation again. */
export type MemberInvitationResult = InvitationJustSent | MemberPayload | RoleOutOfReach | WrongMemberStatus;

/** The member is so now. */
export type MemberPayload = {
  /** The member as they are now. */
  member: Member;
};

/** What came of changing a member. */
export type MemberResult = LastOwner | MemberPayload | RoleOutOfReach | WrongMemberStatus;

/** What a member does in an account. */
export type MemberRole =
  /** Runs the account. */
  | 'ADMIN'
  /** Runs studios for assigned groups. */
  | 'COORDINATOR'
  /** Owns the account. */
  | 'OWNER'
  /** Answers for the account's personal data. */
  | 'PRIVACY_OFFICER';

/** Where a member is in their life. */
export type MemberStatus =
  /** Works for the account. */
  | 'ACTIVE'
  /** Invited; has not signed in yet. */
  | 'INVITED'
  /** Gone. */
  | 'REMOVED'
  /** Shut out, until reinstated. */
  | 'SUSPENDED';

/** Two contacts that are one person. */
export type MergeContactsInput = {
  /** The contact that is set aside: it fills what the survivor lacks. */
  duplicateId: Scalars['ID']['input'];
  /** The versions that were read, to merge nothing else. */
  ifVersions?: InputMaybe<MergeVersions>;
  /** The contact that stays: its own values win. */
  survivorId: Scalars['ID']['input'];
};

/** Two contacts are one. */
export type MergeContactsPayload = {
  /** The contact that stays, with what it got. */
  contact: Contact;
  /** The contact that was merged into it: archived, and kept until it is erased. */
  duplicate: Contact;
};

/** What came of merging two contacts. */
export type MergeContactsResult = ContactStateConflict | InvalidValue | MergeContactsPayload | ProcessingRestricted | VersionConflict;

/** The versions that were read: if either contact changed since, nothing is merged. */
export type MergeVersions = {
  /** The duplicate's version. */
  duplicate: Scalars['Int']['input'];
  /** The survivor's version. */
  survivor: Scalars['Int']['input'];
};

/** The values are being written into the other field. */
export type MigrateFieldValuesPayload = {
  /** The field that is written to. */
  field: ContactField;
  /** The work that writes them. */
  run: ContactFieldRun;
};

/** What came of migrating values. */
export type MigrateFieldValuesResult = FieldWorkUnderWay | InvalidContactField | MigrateFieldValuesPayload | WrongContactFieldState;

/** A new contact needs this value, and it cannot be cleared. */
export type MissingValue = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Compares a point in time. What is given together must all hold. */
export type MomentFilter = {
  /** Two times: from the first to the second, both included. */
  between?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Exactly then, to the millisecond. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** After then. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether there is a value at all. */
  isSet?: InputMaybe<Scalars['Boolean']['input']>;
  /** Before then. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What can be changed. Each change answers with its result or with what was wrong. */
export type Mutation = {
  /** Accepts an invitation by its link, once: the email is proven, and the contact signed in. */
  acceptInvitation?: Maybe<AcceptInvitationResult>;
  /** Accepts a submission as the reviewer saw it. */
  acceptSubmission: AcceptSubmissionResult;
  /** Accepts up to a hundred submissions, each as the reviewer saw it, and tells what became of each. */
  acceptSubmissions: AcceptSubmissionsPayload;
  /** Puts contacts into a group: all of them, or none if one does not exist. */
  addContactsToGroup?: Maybe<GroupContactsResult>;
  /** Puts a recipe on a studio's list: new photos get its headshot, others by `applyDerivativeRecipe`. */
  addDerivativeRecipe: AddDerivativeRecipeResult;
  /** Puts a definition that was refused for a special category before the platform's staff. Owners only. */
  appealSpecialCategory?: Maybe<AppealSpecialCategoryResult>;
  /** Makes a recipe's headshot of every photo of its studio, or of a collection, in the background. */
  applyDerivativeRecipe: ApplyDerivativeRecipeResult;
  /** Owner or privacy officer grants a request. */
  approveDataSubjectRequest: DecideDataSubjectRequestResult;
  /** Sets a contact aside: nobody signs in as them until they are restored. */
  archiveContact?: Maybe<ArchiveContactResult>;
  /** Hides a deprecated field; its values are kept. */
  archiveContactField?: Maybe<ContactFieldStateResult>;
  /** Sets a group aside: its coordinators lose it, and nothing else changes. */
  archiveGroup?: Maybe<ArchiveGroupResult>;
  /** Closes a studio for good. Its submissions and pictures stay until they are removed. */
  archiveStudio: ArchiveStudioResult;
  /** Gives a coordinator a group: they see its contacts from their next request on. */
  assignCoordinator?: Maybe<GroupCoordinatorResult>;
  /** Stops a bulk action; what was done stays. */
  cancelBulkAction?: Maybe<CancelBulkActionResult>;
  /** Keeps a collection after all. */
  cancelCollectionRemoval: CancelCollectionRemovalResult;
  /** Gives a member another role. Nobody but an owner touches owners and privacy officers. */
  changeMemberRole?: Maybe<MemberResult>;
  /** Makes a shot the chosen one of its submission. Submitting a shot does so as well. */
  choosePhoto: ChoosePhotoResult;
  /** Groups a studio's media, all of it or a selection. */
  createCollection: CreateCollectionResult;
  /** Creates a contact. */
  createContact?: Maybe<CreateContactResult>;
  /** Adds a custom field. What asks for special categories (GDPR art. 9, 10) or card numbers is refused. */
  createContactField?: Maybe<CreateContactFieldResult>;
  /** Opens a gallery, and shows its link this once. */
  createGallery: CreateGalleryResult;
  /** Makes a group, with nobody in it. */
  createGroup?: Maybe<SaveGroupResult>;
  /** Asks for a link to upload a photo: signed, for this file only, once, for 15 minutes. */
  createPhotoUpload: CreatePhotoUploadResult;
  /** Saves a view for the account's members. */
  createSavedView?: Maybe<CreateSavedViewResult>;
  /** Makes a studio as a draft: nobody can come in yet. */
  createStudio: CreateStudioResult;
  /** Creates an endpoint that is sent what happens from now on. Its secret is shown this once. */
  createWebhookEndpoint?: Maybe<CreateWebhookEndpointResult>;
  /** Deletes an archived field and destroys its values, once the preview was confirmed. */
  deleteContactField?: Maybe<DeleteContactFieldResult>;
  /** Deletes a group that was set aside; its contacts stay. */
  deleteGroup?: Maybe<DeleteGroupResult>;
  /** Deletes a view: one's own, or as an owner or admin any. */
  deleteSavedView?: Maybe<DeleteSavedViewResult>;
  /** Deletes an endpoint with its secrets and its delivery log. What waits is not sent. */
  deleteWebhookEndpoint?: Maybe<DeleteWebhookEndpointResult>;
  /** Owner or privacy officer refuses a request, on a ground that the person is told. */
  denyDataSubjectRequest: DecideDataSubjectRequestResult;
  /** Says no to a request. */
  denySupportAccess?: Maybe<SupportGrantResult>;
  /** Takes a field out of use: its values are still shown, and no more are written. */
  deprecateContactField?: Maybe<ContactFieldStateResult>;
  /** Owner, admin or privacy officer enters what a contact asked by another way. */
  enterDataSubjectRequest: FileDataSubjectRequestResult;
  /** Lets the staff person look for 24 hours longer than they might. */
  extendSupportAccess?: Maybe<SupportGrantResult>;
  /** The signed-in contact asks something of their data. It is to be answered within 30 days. */
  fileDataSubjectRequest: FileDataSubjectRequestResult;
  /** Somebody who is not signed in asks something of their data. The answer is the same for whoever asks. */
  fileUnverifiedDataSubjectRequest: FileUnverifiedDataSubjectRequestResult;
  /** The signed-in contact agrees to a purpose, under their studio's current consent text. */
  giveConsent: GiveConsentResult;
  /** Lets the staff person look, for 8 hours. */
  grantSupportAccess?: Maybe<SupportGrantResult>;
  /** Says which contact filed a request by the public form, once that was checked. */
  identifyDataSubject: IdentifyDataSubjectResult;
  /** Invites a contact to a studio by mail. */
  inviteContact?: Maybe<InviteContactResult>;
  /** Invites somebody by mail. Their first sign-in at the Hub with that email makes them a member. */
  inviteMember?: Maybe<InviteMemberResult>;
  /** Closes a gallery at once and for good. */
  lockGallery: LockGalleryResult;
  /** Makes one of two contacts that are the same person; it can be undone until the duplicate is erased. */
  mergeContacts?: Maybe<MergeContactsResult>;
  /** Starts writing one field's values into another, where that has none. The first keeps what it has. */
  migrateFieldValues?: Maybe<MigrateFieldValuesResult>;
  /** Closes a published studio for now: nobody comes in, and no photo is taken in, until it is resumed. What has been submitted stays, and can be reviewed. */
  pauseStudio: PauseStudioResult;
  /** Stops sending for now. Events wait, as long as the log keeps them. */
  pauseWebhookEndpoint?: Maybe<ChangeWebhookEndpointResult>;
  /** Begins a preview of one hour: requests that show its token see the account as the role does, and change nothing. Owners only. */
  previewAs?: Maybe<PreviewAsResult>;
  /** Opens a draft to its people. */
  publishStudio: PublishStudioResult;
  /** Takes a deprecated or archived field into use again, with all its values. */
  reinstateContactField?: Maybe<ContactFieldStateResult>;
  /** Lets a suspended member in again. */
  reinstateMember?: Maybe<MemberResult>;
  /** Rejects a submission for a reason that its contact sees. */
  rejectSubmission: RejectSubmissionResult;
  /** Has what was previewed removed, after seven days. */
  removeCollection: RemoveCollectionResult;
  /** Takes contacts out of a group: all of them, or none if one does not exist. */
  removeContactsFromGroup?: Maybe<GroupContactsResult>;
  /** Takes a recipe from its studio's list: nothing is made or shown by it any more. */
  removeDerivativeRecipe: RemoveDerivativeRecipeResult;
  /** Removes a member for good. They may be invited again, and then begin anew. */
  removeMember?: Maybe<MemberResult>;
  /** Gives a group another name. */
  renameGroup?: Maybe<SaveGroupResult>;
  /** Sends the log again from a cursor or an instant on, each event under the id that it had. */
  replayWebhookEvents?: Maybe<ReplayWebhookEventsResult>;
  /** Gives a submission back to its contact for another photo. */
  requestRetake: RequestRetakeResult;
  /** Asks an account's owners to let the staff person look. It shows nothing of the account. */
  requestSupportAccess?: Maybe<RequestSupportAccessResult>;
  /** Sends a code to a person who wants to take part in a public studio. */
  requestVerification: RequestVerificationResult;
  /** Sends an invitation again, with a new link and a new deadline; the old link is dead. */
  resendInvitation?: Maybe<ResendInvitationResult>;
  /** Sends an invitation again, with a new link and a new deadline; the old link is dead. */
  resendMemberInvitation?: Maybe<MemberInvitationResult>;
  /** Sends an event again, under the id that it had, whatever became of it. Its endpoint must be active. */
  resendWebhookDelivery?: Maybe<SendWebhookResult>;
  /** Brings an archived contact back. */
  restoreContact?: Maybe<RestoreContactResult>;
  /** Takes a group into use again. */
  restoreGroup?: Maybe<RestoreGroupResult>;
  /** Opens a paused studio again. */
  resumeStudio: ResumeStudioResult;
  /** Sends again, beginning with what waits: also where the platform had stopped. */
  resumeWebhookEndpoint?: Maybe<ChangeWebhookEndpointResult>;
  /** Decides an appeal. The platform's staff only. */
  reviewFieldAppeal?: Maybe<ReviewFieldAppealResult>;
  /** Withdraws an invitation that nobody has accepted. */
  revokeInvitation?: Maybe<RevokeInvitationResult>;
  /** Withdraws an invitation that nobody has followed. */
  revokeMemberInvitation?: Maybe<MemberResult>;
  /** Ends a grant early: the staff person's next request sees nothing. */
  revokeSupportAccess?: Maybe<SupportGrantResult>;
  /** Gives an endpoint a new secret. For a day, deliveries are signed with both, and it is not rotated again. */
  rotateWebhookSecret?: Maybe<RotateWebhookSecretResult>;
  /** Sends an endpoint an event of the type `webhook.test`, signed like any other. The endpoint must be active. */
  sendTestWebhook?: Maybe<SendWebhookResult>;
  /** Says which custom field is shown under the pictures of a studio's galleries, or that none is. */
  setGalleryCaption: SetGalleryCaptionResult;
  /** Does something to many contacts in the background. */
  startBulkAction?: Maybe<StartBulkActionResult>;
  /** Submits a photo in the very version that the contact reviewed. */
  submitPhoto: SubmitPhotoResult;
  /** Shuts a member out, until reinstated. */
  suspendMember?: Maybe<MemberResult>;
  /** Creates and updates contacts by their ids in the system of record. */
  syncContacts?: Maybe<SyncContactsResult>;
  /** Takes a group from a coordinator: its contacts do not exist for them from their next request on. */
  unassignCoordinator?: Maybe<GroupCoordinatorResult>;
  /** Makes two contacts of a merged one again. */
  undoMerge?: Maybe<UndoMergeResult>;
  /** Changes the account's settings. */
  updateAccountSettings?: Maybe<UpdateAccountSettingsResult>;
  /** Changes a contact that still is as it was read, as far as the caller may. */
  updateContact?: Maybe<UpdateContactResult>;
  /** Changes a definition. No value is lost by it. */
  updateContactField?: Maybe<UpdateContactFieldResult>;
  /** Changes a view: one's own, or as an owner or admin any. */
  updateSavedView?: Maybe<UpdateSavedViewResult>;
  /** Changes what an endpoint is sent, and where. What waits goes to the new address. */
  updateWebhookEndpoint?: Maybe<UpdateWebhookEndpointResult>;
  /** Proves an email by its code and signs the contact in: no password anywhere. */
  verifyEmail: VerifyEmailResult;
  /** The signed-in contact withdraws a consent; nothing may be done on its ground from then on. */
  withdrawConsent: WithdrawConsentResult;
  /** The signed-in contact takes a request back that was not decided yet. */
  withdrawDataSubjectRequest: WithdrawDataSubjectRequestResult;
  /** Takes a submission back until the studio decides. `submitPhoto` submits it anew. */
  withdrawSubmission: WithdrawSubmissionResult;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAcceptSubmissionArgs = {
  input: AcceptSubmissionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAcceptSubmissionsArgs = {
  input: AcceptSubmissionsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAddContactsToGroupArgs = {
  input: AddContactsToGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAddDerivativeRecipeArgs = {
  input: AddDerivativeRecipeInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAppealSpecialCategoryArgs = {
  input: AppealSpecialCategoryInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationApplyDerivativeRecipeArgs = {
  input: ApplyDerivativeRecipeInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationApproveDataSubjectRequestArgs = {
  input: ApproveDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationArchiveContactArgs = {
  input: ArchiveContactInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationArchiveContactFieldArgs = {
  input: ContactFieldStateInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationArchiveGroupArgs = {
  input: ArchiveGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationArchiveStudioArgs = {
  input: ArchiveStudioInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationAssignCoordinatorArgs = {
  input: AssignCoordinatorInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCancelBulkActionArgs = {
  input: CancelBulkActionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCancelCollectionRemovalArgs = {
  input: CancelCollectionRemovalInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationChangeMemberRoleArgs = {
  input: ChangeMemberRoleInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationChoosePhotoArgs = {
  input: ChoosePhotoInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateCollectionArgs = {
  input: CreateCollectionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateContactArgs = {
  input: CreateContactInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateContactFieldArgs = {
  input: CreateContactFieldInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateGalleryArgs = {
  input: CreateGalleryInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateGroupArgs = {
  input: CreateGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreatePhotoUploadArgs = {
  input: CreatePhotoUploadInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateSavedViewArgs = {
  input: CreateSavedViewInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateStudioArgs = {
  input: CreateStudioInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDeleteContactFieldArgs = {
  input: DeleteContactFieldInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDeleteGroupArgs = {
  input: DeleteGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDeleteSavedViewArgs = {
  input: DeleteSavedViewInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDenyDataSubjectRequestArgs = {
  input: DenyDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDenySupportAccessArgs = {
  input: DenySupportAccessInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationDeprecateContactFieldArgs = {
  input: ContactFieldStateInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationEnterDataSubjectRequestArgs = {
  input: EnterDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationExtendSupportAccessArgs = {
  input: ExtendSupportAccessInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationFileDataSubjectRequestArgs = {
  input: FileDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationFileUnverifiedDataSubjectRequestArgs = {
  input: FileUnverifiedDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationGrantSupportAccessArgs = {
  input: GrantSupportAccessInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationIdentifyDataSubjectArgs = {
  input: IdentifyDataSubjectInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationInviteContactArgs = {
  input: InviteContactInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationLockGalleryArgs = {
  input: LockGalleryInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationMergeContactsArgs = {
  input: MergeContactsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationMigrateFieldValuesArgs = {
  input: FieldMigrationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationPauseStudioArgs = {
  input: PauseStudioInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationPauseWebhookEndpointArgs = {
  input: PauseWebhookEndpointInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationPreviewAsArgs = {
  input: PreviewAsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationPublishStudioArgs = {
  input: PublishStudioInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationReinstateContactFieldArgs = {
  input: ContactFieldStateInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationReinstateMemberArgs = {
  input: ReinstateMemberInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRejectSubmissionArgs = {
  input: RejectSubmissionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRemoveCollectionArgs = {
  input: RemoveCollectionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRemoveContactsFromGroupArgs = {
  input: RemoveContactsFromGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRemoveDerivativeRecipeArgs = {
  input: RemoveDerivativeRecipeInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRenameGroupArgs = {
  input: RenameGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationReplayWebhookEventsArgs = {
  input: ReplayWebhookEventsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRequestRetakeArgs = {
  input: RequestRetakeInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRequestSupportAccessArgs = {
  input: RequestSupportAccessInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRequestVerificationArgs = {
  input: RequestVerificationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationResendInvitationArgs = {
  input: ResendInvitationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationResendMemberInvitationArgs = {
  input: ResendMemberInvitationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationResendWebhookDeliveryArgs = {
  input: ResendWebhookDeliveryInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRestoreContactArgs = {
  input: RestoreContactInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRestoreGroupArgs = {
  input: RestoreGroupInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationResumeStudioArgs = {
  input: ResumeStudioInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationResumeWebhookEndpointArgs = {
  input: ResumeWebhookEndpointInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationReviewFieldAppealArgs = {
  input: ReviewFieldAppealInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRevokeMemberInvitationArgs = {
  input: RevokeMemberInvitationInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRevokeSupportAccessArgs = {
  input: RevokeSupportAccessInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationSendTestWebhookArgs = {
  input: SendTestWebhookInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationSetGalleryCaptionArgs = {
  input: SetGalleryCaptionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationStartBulkActionArgs = {
  input: StartBulkActionInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationSubmitPhotoArgs = {
  input: SubmitPhotoInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationSuspendMemberArgs = {
  input: SuspendMemberInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationSyncContactsArgs = {
  input: SyncContactsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUnassignCoordinatorArgs = {
  input: UnassignCoordinatorInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUndoMergeArgs = {
  input: UndoMergeInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUpdateAccountSettingsArgs = {
  input: UpdateAccountSettingsInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUpdateContactFieldArgs = {
  input: UpdateContactFieldInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUpdateSavedViewArgs = {
  input: UpdateSavedViewInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationWithdrawDataSubjectRequestArgs = {
  input: WithdrawDataSubjectRequestInput;
};


/** What can be changed. Each change answers with its result or with what was wrong. */
export type MutationWithdrawSubmissionArgs = {
  input: WithdrawSubmissionInput;
};

/** An object with a global id (Relay). */
export type Node = {
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
};

/** The member is not a coordinator. */
export type NotACoordinator = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The role has no use for what was named. */
export type NotForPreviewRole = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** There is nothing to appeal: the definition is not refused for a special category. */
export type NothingToAppeal = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Which end of an order comes first. */
export type OrderDirection =
  /** The smallest or earliest first; those without a value last. */
  | 'ASC'
  /** The greatest or latest first; those without a value before them. */
  | 'DESC';

/** Where this page lies in its list. */
export type PageInfo = {
  /** The last row's cursor: pass it as `after` for the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows come before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first row's cursor. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The studio to close for now. */
export type PauseStudioInput = {
  /** The studio's global id. */
  id: Scalars['ID']['input'];
};

/** The studio is closed for now. */
export type PauseStudioPayload = {
  /** The studio as it is now. */
  studio: Studio;
};

/** The paused studio, or why it stays as it is. */
export type PauseStudioResult = PauseStudioPayload | StudioStateConflict;

/** Which to pause. */
export type PauseWebhookEndpointInput = {
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
};

/** A contact's photo: the original and the headshot made of it. */
export type Photo = Node & {
  /** Its headshots by the studio's recipes. Null until it is ready, and as `edited` is. */
  derivatives?: Maybe<Array<PhotoDerivative>>;
  /** The headshot made of it. Null until its step is done, and for others than the contact until they submit it. */
  edited?: Maybe<PhotoFile>;
  /** Why no headshot could be made of it. */
  failureReason?: Maybe<PhotoFailureReason>;
  /** The original's format: jpeg, png, webp or avif. */
  format?: Maybe<Scalars['String']['output']>;
  /** The original's height in pixels, shown upright. */
  height?: Maybe<Scalars['Int']['output']>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** The photo as it was taken, upright, without metadata. Null until it is cleaned (the step `DECODE`), and for others than the contact until they submit it. */
  original?: Maybe<PhotoFile>;
  /** The steps of the work on it, in order, each shown within a second. Ask again to follow. */
  progress: Array<PhotoStepProgress>;
  /** Where the photo is in its life. */
  status: PhotoStatus;
  /** The original's width in pixels, shown upright. */
  width?: Maybe<Scalars['Int']['output']>;
};

/** A headshot of a photo by one of the studio's recipes. It is made at the latest when its link is opened. */
export type PhotoDerivative = {
  /** SHA-256 of the bytes, in hexadecimal, once it is made. */
  digest?: Maybe<Scalars['String']['output']>;
  /** When the link stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Height in pixels, once it is made. */
  height?: Maybe<Scalars['Int']['output']>;
  /** How it is made. */
  recipe: DerivativeRecipe;
  /** Where the bytes are. The link is its own permission: hand it to nobody. */
  url: Scalars['String']['output'];
  /** Width in pixels, once it is made. */
  width?: Maybe<Scalars['Int']['output']>;
};

/** Why no headshot could be made of a photo. */
export type PhotoFailureReason =
  /** The background could not be removed. Upload the photo again later. */
  | 'BACKGROUND_REMOVAL_FAILED'
  /** The platform lost its bytes. Upload the photo again. */
  | 'BYTES_LOST'
  /** The contact was erased, and the key to the photo with them. */
  | 'CONTACT_ERASED'
  /** Processing was cut short again and again. Upload another photo. */
  | 'INTERRUPTED'
  /** Processing of the contact's data is restricted (GDPR art. 18). */
  | 'PROCESSING_RESTRICTED'
  /** The studio is gone, or says no way to make its headshots. */
  | 'STUDIO_NOT_SET_UP'
  /** The original is damaged. Upload another photo. */
  | 'UNREADABLE';

/** A picture, under a link that works for an hour at most. */
export type PhotoFile = {
  /** The media type, for example image/jpeg. */
  contentType: Scalars['String']['output'];
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: Scalars['String']['output'];
  /** When the link stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Height in pixels. */
  height: Scalars['Int']['output'];
  /** Where the bytes are. The link is its own permission: hand it to nobody. */
  url: Scalars['String']['output'];
  /** Width in pixels. */
  width: Scalars['Int']['output'];
};

/** The headshot is not ready to be submitted. */
export type PhotoNotReady = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Where a photo is in its life. */
export type PhotoStatus =
  /** No headshot could be made of it; `failureReason` says why. */
  | 'FAILED'
  /** The original is in; the headshot is being made. */
  | 'PROCESSING'
  /** Its bytes are gone. */
  | 'PURGED'
  /** The edited version can be reviewed. */
  | 'READY'
  /** Its upload link is open; no bytes have come in. */
  | 'UPLOADING';

/** What is done to an original, in this order. */
export type PhotoStep =
  /** The edited version is made; once done it can be looked at. */
  | 'BACKDROP'
  /** It is turned upright and freed of everything but its pixels; once done `original` is there. */
  | 'DECODE'
  /** The studio's other headshots are made. */
  | 'DERIVATIVES'
  /** The person is told from the background. */
  | 'REMOVE_BACKGROUND';

/** A step of the work on a photo, and how far it is. */
export type PhotoStepProgress = {
  /** How far it is. */
  state: PhotoStepState;
  /** The step. */
  step: PhotoStep;
};

/** How far a step is. */
export type PhotoStepState =
  /** It is done. */
  | 'DONE'
  /** It cannot be done; the photo's `failureReason` says why. */
  | 'FAILED'
  /** It is being done, or will be taken up again where a worker stopped. */
  | 'RUNNING'
  /** Its turn has not come. */
  | 'WAITING';

/** Asks about a value that is kept sealed: it cannot be compared. */
export type PresenceFilter = {
  /** Whether there is a value at all. */
  isSet?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An owner's look at the account as somebody else sees it: read-only, and never more than their own. */
export type Preview = {
  /** The custom fields that a program would be granted. */
  fields: Array<ContactField>;
  /** The groups that a coordinator would have; those set aside meanwhile are gone. */
  groups: Array<Group>;
  /** As whom they look. */
  role: PreviewRole;
  /** The scopes that a program would have. */
  scopes: Array<Scalars['String']['output']>;
  /** When it is over. */
  until: Scalars['DateTime']['output'];
};

/** As whom to look. What is left out they do not have. */
export type PreviewAsInput = {
  /** The custom fields that a program is granted, or that are mapped for it. */
  fieldIds?: Array<Scalars['ID']['input']>;
  /** The groups of a coordinator. */
  groupIds?: Array<Scalars['ID']['input']>;
  /** The role, or the kind of program. */
  role: PreviewRole;
  /** The scopes of a program, for example `contacts:read`. */
  scopes?: Array<Scalars['String']['input']>;
};

/** The preview may begin. */
export type PreviewAsPayload = {
  /** What it shows. */
  preview: Preview;
  /** Opens the preview to whoever asked for it, beside their own credential: in the header Studio-Preview. */
  token: Scalars['String']['output'];
};

/** What came of asking for a preview. */
export type PreviewAsResult = NotForPreviewRole | PreviewAsPayload;

/** As whom an owner looks at the account. */
export type PreviewRole =
  /** As an admin. */
  | 'ADMIN'
  /** As a coordinator of the groups named. */
  | 'COORDINATOR'
  /** As an HR system with the fields named. */
  | 'HR_SYNC'
  /** As an integration with the scopes and fields named. */
  | 'INTEGRATION'
  /** As the privacy officer. */
  | 'PRIVACY_OFFICER';

/** The secret before this one still signs: another rotation would end it before its day is over. */
export type PreviousSecretInUse = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Processing of the contact is restricted (GDPR art. 18): until that is lifted, nothing is done with it. */
export type ProcessingRestricted = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The draft to publish. */
export type PublishStudioInput = {
  /** The studio's global id. */
  id: Scalars['ID']['input'];
};

/** The studio is open. */
export type PublishStudioPayload = {
  /** The studio as it is now. */
  studio: Studio;
};

/** The published studio, or why it stays as it is. */
export type PublishStudioResult = PublishStudioPayload | StudioStateConflict;

/** What can be read. Everybody sees their own account, as far as their role goes. */
export type Query = {
  /** The account that the viewer belongs to. */
  account?: Maybe<Account>;
  /** One entry of the audit trail. Another account's is not found. */
  auditEvent?: Maybe<AuditEvent>;
  /** The account's audit trail, newest first. For the owner and the privacy officer. */
  auditEvents: AuditEventConnection;
  /** Recomputes the account's audit chain: whether any entry was changed, removed, added or moved. */
  auditVerification: AuditVerification;
  /** One bulk action. Another account's is not found. */
  bulkAction?: Maybe<BulkAction>;
  /** A collection by its id. */
  collection?: Maybe<Collection>;
  /** What would go with a collection now. */
  collectionRemovalPreview?: Maybe<CollectionRemovalPreview>;
  /** The account's collections, the newest first. */
  collections?: Maybe<CollectionConnection>;
  /** One contact. Another account's, or another group's, is not found. */
  contact?: Maybe<Contact>;
  /** Work on a field's values, or into it from another, newest first: of a deleted field as well. The last 50. */
  contactFieldRuns?: Maybe<Array<ContactFieldRun>>;
  /** The account's custom fields, pinned ones first. */
  contactFields?: Maybe<Array<ContactField>>;
  /** What a contact's invitation offers, to whoever holds its link; null once it is no longer good. Looking uses nothing up, and marks it opened. */
  contactInvitation?: Maybe<ContactInvitationOffer>;
  /** How many of the account's contacts have which value, by fields that the viewer may read. */
  contactStats?: Maybe<ContactStats>;
  /** The account's contacts, oldest first unless ordered or searched; a coordinator's groups only. Contacts under restriction are left out where a field is used that the viewer may not read of them. */
  contacts?: Maybe<ContactConnection>;
  /** One rights request. Another account's, or for a contact another contact's, is not found. */
  dataSubjectRequest?: Maybe<DataSubjectRequest>;
  /** How many rights requests the whole platform holds by status, for its staff: numbers alone. */
  dataSubjectRequestCounts?: Maybe<Array<DataSubjectRequestCount>>;
  /** The account's rights requests, the one due first at the head. Those of contacts under restriction are left out unless a purpose is stated, and for admins always. */
  dataSubjectRequests?: Maybe<DataSubjectRequestConnection>;
  /** A recipe by its id. */
  derivativeRecipe?: Maybe<DerivativeRecipe>;
  /** The recipes on a studio's list, the first one first. */
  derivativeRecipes: Array<DerivativeRecipe>;
  /** A run by its id: ask again to follow it. */
  derivativeRun?: Maybe<DerivativeRun>;
  /** The account's event log behind a cursor, a page at a time: the pull feed of `events`. */
  eventPage: EventPage;
  /** Why somebody may, or may not, see a field of a contact. For owners, admins and privacy officers. */
  explainFieldAccess?: Maybe<FieldAccess>;
  /** The account's last 100 appeals for custom fields, newest first. */
  fieldAppeals?: Maybe<Array<FieldAppeal>>;
  /** The account's galleries, the newest first. */
  galleries?: Maybe<GalleryConnection>;
  /** A gallery by its id. */
  gallery?: Maybe<Gallery>;
  /** One group. A coordinator finds their own only. */
  group?: Maybe<Group>;
  /** The account's groups, oldest first; a coordinator's own only. */
  groups?: Maybe<GroupConnection>;
  /** One member of the account. */
  member?: Maybe<Member>;
  /** What an invitation's link offers, to whoever holds it; null once it is no longer good. */
  memberInvitation?: Maybe<InvitationOffer>;
  /** The account's members, oldest first. */
  members?: Maybe<MemberConnection>;
  /** Anything by its global id. What the viewer may not see is not found. */
  node?: Maybe<Node>;
  /** The appeals that wait for the platform's staff, oldest first. */
  openFieldAppeals?: Maybe<Array<FieldAppeal>>;
  /** A photo by its id. A contact follows their upload with it. */
  photo?: Maybe<Photo>;
  /** What deleting a field would destroy, and the token that confirms to have seen it. */
  previewContactFieldDeletion?: Maybe<ContactFieldDeletionPreview>;
  /** What migrating one field's values into another would do. No value is shown, none is written. */
  previewFieldMigration?: Maybe<FieldMigrationPreview>;
  /** The views that the account's members share, by name. */
  savedViews?: Maybe<Array<SavedView>>;
  /** The last check of the object store, for the platform's staff. Null before the first. */
  storageCheck?: Maybe<StorageCheck>;
  /** A studio of the account; for a contact, their own. */
  studio?: Maybe<Studio>;
  /** The studio behind a public link. Whoever is not signed in finds published, public studios only. */
  studioBySlug?: Maybe<Studio>;
  /** The account's studios, newest first. */
  studios: StudioConnection;
  /** A submission by its id. */
  submission?: Maybe<Submission>;
  /** The event log behind a cursor, a page at a time: the pull feed of `submissionEvents`. */
  submissionEventPage: SubmissionEventPage;
  /** How many submissions within the viewer's reach are where in their life, and in which studio. */
  submissionStats?: Maybe<SubmissionStats>;
  /** The submissions within the viewer's reach, the newest first unless ordered. */
  submissions?: Maybe<SubmissionConnection>;
  /** Which staff asked to look into the account, and what came of it; oldest first. */
  supportGrants?: Maybe<SupportGrantConnection>;
  /** Who is asking. */
  viewer: Viewer;
  /** Where the account's events are sent, oldest first. */
  webhookEndpoints?: Maybe<WebhookEndpointConnection>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryAuditEventArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryBulkActionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryCollectionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryCollectionRemovalPreviewArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryCollectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryContactArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryContactFieldRunsArgs = {
  fieldId: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryContactInvitationArgs = {
  token: Scalars['String']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryContactStatsArgs = {
  facets: Array<ContactFacetInput>;
  filter?: InputMaybe<ContactFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ContactOrder>>;
  search?: InputMaybe<Scalars['String']['input']>;
  view?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryDataSubjectRequestArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryDataSubjectRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataSubjectRequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryDerivativeRecipeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryDerivativeRecipesArgs = {
  studioId: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryDerivativeRunArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryEventPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  since?: InputMaybe<Scalars['DateTime']['input']>;
  types?: InputMaybe<Array<EventType>>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryExplainFieldAccessArgs = {
  contact: Scalars['ID']['input'];
  field: Scalars['String']['input'];
  purpose?: InputMaybe<AccessPurpose>;
  studio?: InputMaybe<Scalars['ID']['input']>;
  viewer: AccessViewerInput;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryGalleriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryGalleryArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryGroupArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  archived?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryMemberArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryMemberInvitationArgs = {
  token: Scalars['String']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  statuses?: InputMaybe<Array<MemberStatus>>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryOpenFieldAppealsArgs = {
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryPhotoArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryPreviewContactFieldDeletionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryPreviewFieldMigrationArgs = {
  input: FieldMigrationInput;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryStudioArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryStudioBySlugArgs = {
  slug: Scalars['String']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryStudiosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QuerySubmissionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QuerySubmissionEventPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  studioIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  types?: InputMaybe<Array<SubmissionEventType>>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QuerySubmissionStatsArgs = {
  filter?: InputMaybe<SubmissionFilter>;
  studios?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QuerySubmissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SubmissionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SubmissionOrder>>;
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QuerySupportGrantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be read. Everybody sees their own account, as far as their role goes. */
export type QueryWebhookEndpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How a studio wants its headshots. */
export type Recipe = {
  /** What replaces the background: a colour as `#rrggbb`, or `transparent`. */
  backdrop: Scalars['String']['output'];
  /** How a picture comes to this size. */
  fit: RecipeFit;
  /** The file format. */
  format: RecipeFormat;
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** 1 to 100. */
  quality: Scalars['Int']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** How a picture comes to its size. */
export type RecipeFit =
  /** It fills width × height; what is over is cut. */
  | 'CROP'
  /** It is shown whole within width × height, never enlarged. */
  | 'INSIDE';

/** The file format of a finished headshot. */
export type RecipeFormat =
  /** JPEG; cannot be transparent. */
  | 'JPEG'
  /** PNG; without loss, so quality does not matter. */
  | 'PNG'
  /** WebP. */
  | 'WEBP';

/** How the studio's headshots come out. */
export type RecipeInput = {
  /** A colour as `#rrggbb`, or `transparent` (WebP and PNG). */
  backdrop?: Scalars['String']['input'];
  /** How a picture comes to this size. */
  fit?: RecipeFit;
  /** The file format. */
  format?: RecipeFormat;
  /** 16 to 6000 pixels. */
  height?: Scalars['Int']['input'];
  /** 1 to 100; PNG ignores it. */
  quality?: Scalars['Int']['input'];
  /** 16 to 6000 pixels. */
  width?: Scalars['Int']['input'];
};

/** Whom to let in again. */
export type ReinstateMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** A submission to reject. */
export type RejectSubmissionInput = {
  /** The submission. */
  id: Scalars['ID']['input'];
  /** Words to the contact: up to 1,000 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Why. The contact sees it. */
  reason: ReviewReason;
  /** The `version` that was looked at: a decision counts for that one only. */
  version: Scalars['Int']['input'];
};

/** The submission is rejected. */
export type RejectSubmissionPayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why it was not rejected. */
export type RejectSubmissionResult = InvalidReviewMessage | ProcessingRestricted | RejectSubmissionPayload | SubmissionStateConflict | SubmissionVersionConflict;

/** What would go is not what was confirmed any more. */
export type RemovalSetChanged = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** What would go now. */
  preview: CollectionRemovalPreview;
};

/** A collection whose removal is confirmed. */
export type RemoveCollectionInput = {
  /** The collection. */
  id: Scalars['ID']['input'];
  /** The `token` of the preview that was looked at. */
  token: Scalars['String']['input'];
};

/** The removal is confirmed; it can be called off until `removesAt`. */
export type RemoveCollectionPayload = {
  /** The collection as it is now. */
  collection: Collection;
};

/** The collection, or why it is not removed. */
export type RemoveCollectionResult = CollectionStateConflict | RemovalSetChanged | RemoveCollectionPayload;

/** Contacts to take out of a group. */
export type RemoveContactsFromGroupInput = {
  /** The contacts' ids, at most 2000. */
  contactIds: Array<Scalars['ID']['input']>;
  /** The group's id. */
  groupId: Scalars['ID']['input'];
};

/** A recipe to take from its studio's list. */
export type RemoveDerivativeRecipeInput = {
  /** The recipe's id. */
  id: Scalars['ID']['input'];
};

/** The recipe is off the list: links to its headshots have ended. */
export type RemoveDerivativeRecipePayload = {
  /** The recipe as it was. */
  recipe: DerivativeRecipe;
};

/** The recipe that was removed, or why it was not. */
export type RemoveDerivativeRecipeResult = DerivativeRunInProgress | RemoveDerivativeRecipePayload;

/** Whom to remove. */
export type RemoveMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** A group's new name. */
export type RenameGroupInput = {
  /** The group's id. */
  id: Scalars['ID']['input'];
  /** The name. */
  name: Scalars['String']['input'];
};

/** From where on an endpoint is sent the log again: a cursor or an instant. */
export type ReplayWebhookEventsInput = {
  /** A cursor of `events` or of any event feed. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
  /** The instant from which on events are sent again. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What came of sending an endpoint the log again. */
export type ReplayWebhookEventsResult = InvalidWebhookEndpoint | WebhookEndpointPayload | WebhookEventsExpired;

/** A submission instead of which the contact should take another photo. */
export type RequestRetakeInput = {
  /** The submission. */
  id: Scalars['ID']['input'];
  /** Words to the contact: up to 1,000 characters. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Why. The contact sees it. */
  reason: ReviewReason;
  /** The `version` that was looked at: a decision counts for that one only. */
  version: Scalars['Int']['input'];
};

/** The submission is back with its contact. */
export type RequestRetakePayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why no retake was asked for. */
export type RequestRetakeResult = InvalidReviewMessage | ProcessingRestricted | RequestRetakePayload | SubmissionStateConflict | SubmissionVersionConflict;

/** Which account staff want to look into, and why. */
export type RequestSupportAccessInput = {
  /** The account's id. */
  accountId: Scalars['ID']['input'];
  /** What is to be seen, and what for: the account's owner reads it. */
  reason: Scalars['String']['input'];
  /** What to see; contacts alone if left out. */
  scopes?: InputMaybe<Array<SupportScope>>;
};

/** What came of asking for access. */
export type RequestSupportAccessResult = AlreadyAsked | InvalidReason | SupportAccessClosed | SupportGrantPayload;

/** Who wants to take part in a public studio. */
export type RequestVerificationInput = {
  /** Where the code is sent. */
  email: Scalars['String']['input'];
  /** The first name. */
  firstName: Scalars['String']['input'];
  /** The last name. */
  lastName: Scalars['String']['input'];
  /** The studio's address, as in its link. */
  studioSlug: Scalars['String']['input'];
};

/** A code is on its way. The answer is the same for whoever asks. */
export type RequestVerificationPayload = {
  /** Where it is sent, as it was given. */
  email: Scalars['String']['output'];
  /** Until when the code is good. */
  expiresAt: Scalars['DateTime']['output'];
};

/** What came of asking for a code. */
export type RequestVerificationResult = InvalidEmail | InvalidName | RequestVerificationPayload | StudioUnavailable;

/** Which invitation to send again. */
export type ResendInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** What came of sending an invitation again. */
export type ResendInvitationResult = AccountClosing | ContactStateConflict | InvitationJustSent | InvitationOver | InvitationPayload | ProcessingRestricted | StudioNotPublished;

/** Whose invitation to send again. */
export type ResendMemberInvitationInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** Which delivery to send again. */
export type ResendWebhookDeliveryInput = {
  /** The delivery's id. */
  id: Scalars['ID']['input'];
};

/** A contact to bring back. */
export type RestoreContactInput = {
  /** The contact. */
  id: Scalars['ID']['input'];
  /** The version that was read, to act on nothing else. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** The contact is back. */
export type RestoreContactPayload = {
  /** The contact as it is now. */
  contact: Contact;
};

/** What came of bringing a contact back. */
export type RestoreContactResult = ContactStateConflict | ProcessingRestricted | RestoreContactPayload | VersionConflict;

/** Which group to use again. */
export type RestoreGroupInput = {
  /** The group's id. */
  id: Scalars['ID']['input'];
};

/** What came of using a group again. */
export type RestoreGroupResult = GroupInUse | GroupNameTaken | GroupPayload;

/** The studio to open again. */
export type ResumeStudioInput = {
  /** The studio's global id. */
  id: Scalars['ID']['input'];
};

/** The studio is open again. */
export type ResumeStudioPayload = {
  /** The studio as it is now. */
  studio: Studio;
};

/** The resumed studio, or why it stays as it is. */
export type ResumeStudioResult = ResumeStudioPayload | StudioStateConflict;

/** Which to resume. */
export type ResumeWebhookEndpointInput = {
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
};

/** The studio asked for a retake of this very version. */
export type RetakeNeeded = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What staff decide on an appeal. */
export type ReviewFieldAppealInput = {
  /** Whether the definition may be created. */
  decision: FieldAppealDecision;
  /** The appeal's id. */
  id: Scalars['ID']['input'];
  /** Why, in 10 to 1,000 characters; the account reads it. */
  reason: Scalars['String']['input'];
};

/** The appeal is decided. */
export type ReviewFieldAppealPayload = {
  /** The appeal as it is now. */
  appeal: FieldAppeal;
};

/** What came of a review. */
export type ReviewFieldAppealResult = AppealDecided | InvalidStatement | ReviewFieldAppealPayload;

/** Who says whether a submission is good. */
export type ReviewMode =
  /** It stands as soon as the contact submits it; nobody has to accept it. */
  | 'AUTOMATIC'
  /** An admin accepts or rejects it. */
  | 'BY_ADMIN';

/** Why a headshot is not taken as it is. */
export type ReviewReason =
  /** The person is too near, too far, or not in the middle. */
  | 'BAD_FRAMING'
  /** The photo is too dark, too bright, or lit from one side. */
  | 'BAD_LIGHT'
  /** The photo is not sharp. */
  | 'BLURRED'
  /** The clothing does not fit what the studio asks for. */
  | 'DRESS_CODE'
  /** The face is covered, turned away or cut off. */
  | 'FACE_NOT_VISIBLE'
  /** Something else; the message says what. */
  | 'OTHER'
  /** The photo does not fit its purpose. */
  | 'UNSUITABLE';

/** What the contact reviewed is not the headshot's current version. */
export type ReviewedVersionMismatch = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Which one to withdraw. */
export type RevokeInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** What came of withdrawing an invitation. */
export type RevokeInvitationResult = ContactStateConflict | InvitationOver | InvitationPayload | ProcessingRestricted;

/** Whose invitation to withdraw. */
export type RevokeMemberInvitationInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** Which grant to end. */
export type RevokeSupportAccessInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** The role is one that the viewer may not appoint to, or change in others. */
export type RoleOutOfReach = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Whose secret. */
export type RotateWebhookSecretInput = {
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
};

/** What came of giving an endpoint a new secret. */
export type RotateWebhookSecretResult = PreviousSecretInUse | WebhookSecretPayload;

/** What came of making or renaming a group. */
export type SaveGroupResult = GroupNameTaken | GroupPayload | InvalidGroupName;

/** A way of looking at the account's contacts that its members share. */
export type SavedView = Node & {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** A `ContactFilter`, as it can be sent again; null for none, or where the viewer may not use it. */
  filter?: Maybe<Scalars['JSON']['output']>;
  /** The view's global id: pass it as `view` to `contacts`. */
  id: Scalars['ID']['output'];
  /** The name; no two views have the same. */
  name: Scalars['String']['output'];
  /** A list of `ContactOrder`, as it can be sent again; null where the viewer may not use it. */
  orderBy?: Maybe<Scalars['JSON']['output']>;
  /** Words to find; null for none, or where the viewer may not. */
  search?: Maybe<Scalars['String']['output']>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether the viewer may list contacts by it now: no field in it is closed to them, or gone. */
  usable: Scalars['Boolean']['output'];
  /** Grows with each change: send it back to change only what you saw. */
  version: Scalars['Int']['output'];
};

/** Another view has this name. */
export type SavedViewNameTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The view is another member's. */
export type SavedViewNotYours = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The view was changed meanwhile. */
export type SavedViewOutdated = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The view is so now. */
export type SavedViewPayload = {
  /** The view as it is now. */
  savedView: SavedView;
};

/** A submission as the reviewer saw it. */
export type SeenSubmissionInput = {
  /** The submission. */
  id: Scalars['ID']['input'];
  /** The `version` that was looked at: a decision counts for that one only. */
  version: Scalars['Int']['input'];
};

/** Where to send it. */
export type SendTestWebhookInput = {
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
};

/** What came of sending a test, or a delivery again. */
export type SendWebhookResult = WebhookDeliveryPayload | WebhookEndpointNotActive;

/** How confidential a custom field is. */
export type Sensitivity =
  /** Public: may appear in a gallery. */
  | 'L0'
  /** Internal to the account. */
  | 'L1'
  /** Confidential: by role or by grant. Kept sealed. */
  | 'L2'
  /** Restricted: to the contact, and with a stated purpose. Kept sealed. */
  | 'L3';

/** What is shown under the pictures of a studio's galleries. */
export type SetGalleryCaptionInput = {
  /** The custom field, public (L0) and in use; null for no captions. */
  fieldId?: InputMaybe<Scalars['ID']['input']>;
  /** The studio's global id. */
  studioId: Scalars['ID']['input'];
};

/** What is shown under the pictures of the studio's galleries. */
export type SetGalleryCaptionPayload = {
  /** The studio as it is now. */
  studio: Studio;
};

/** The studio with its caption, or why it stays as it is. */
export type SetGalleryCaptionResult = CaptionFieldNotPublic | SetGalleryCaptionPayload;

/** Somebody changed the settings since they were read. */
export type SettingsOutdated = UserError & {
  /** The version that is in force. */
  currentVersion: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The slug belongs to a studio already. */
export type SlugTaken = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What the law protects specially (GDPR art. 9 (1) and 10). */
export type SpecialCategory =
  /** Biometric data. */
  | 'BIOMETRIC_DATA'
  /** Criminal convictions and offences. */
  | 'CRIMINAL_RECORD'
  /** Genetic data. */
  | 'GENETIC_DATA'
  /** Health. */
  | 'HEALTH'
  /** Political opinion. */
  | 'POLITICAL_OPINION'
  /** Race or ethnic origin. */
  | 'RACIAL_OR_ETHNIC_ORIGIN'
  /** Religious or philosophical belief. */
  | 'RELIGION_OR_BELIEF'
  /** Sex life or sexual orientation. */
  | 'SEX_LIFE_OR_ORIENTATION'
  /** Membership of a trade union. */
  | 'TRADE_UNION_MEMBERSHIP';

/** The field asks for data that the law protects specially, which does not belong in custom fields. */
export type SpecialCategoryRefused = UserError & {
  /** What to do if it is lawful to collect this. */
  appeal: Scalars['String']['output'];
  /** What it asks for. */
  category: SpecialCategory;
  /** The law that protects it. */
  law: Scalars['String']['output'];
  /** The words that were met, as they were read. Where they stand is in `path`. */
  matched: Scalars['String']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What to do, and to whom. */
export type StartBulkActionInput = {
  /** The multi-select field, where an option is added or removed. */
  fieldId?: InputMaybe<Scalars['ID']['input']>;
  /** The group, where contacts are added to or removed from one. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** What to do. */
  kind: BulkActionKind;
  /** The id of that option. */
  optionId?: InputMaybe<Scalars['String']['input']>;
  /** The studio, where contacts are invited. */
  studioId?: InputMaybe<Scalars['ID']['input']>;
  /** The contacts, as they are when the action is started. Are there none, it is `FINISHED` at once, with a total of 0. */
  target: ContactTarget;
};

/** The bulk action waits for its turn. */
export type StartBulkActionPayload = {
  /** The action: ask for it again to see how far it is. */
  bulkAction: BulkAction;
};

/** What came of starting a bulk action. */
export type StartBulkActionResult = AccountClosing | BulkTargetTooLarge | GroupArchived | InvalidValue | StartBulkActionPayload | StudioNotPublished;

/** One check of the whole object store: that every row has its object and every object its row. Counts only. */
export type StorageCheck = {
  /** When it ended; null while it runs, or if it was cut short. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many rows had lost their object. */
  lost: Scalars['Int']['output'];
  /** How many objects it saw. */
  objects: Scalars['Int']['output'];
  /** How many objects no row knew of, though they were a day or more old. */
  orphans: Scalars['Int']['output'];
  /** What came of it; null while it runs. */
  outcome?: Maybe<StorageCheckOutcome>;
  /** How many rows it saw that have an object. */
  rows: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
};

/** What came of a check of the object store. */
export type StorageCheckOutcome =
  /** Every row had its object, and every object its row. */
  | 'AGREED'
  /** So much differed that nothing was touched: look whether the store and the database belong together. */
  | 'LEFT_ALONE'
  /** Orphans were deleted; what had lost its object was marked as failed and announced. */
  | 'REPAIRED';

/** Where a company collects its people's headshots. */
export type Studio = Node & {
  /** Who may come in. */
  access: StudioAccess;
  /** What replaces the background: a colour as `#rrggbb`, or `transparent`. */
  backdrop: Scalars['String']['output'];
  /** How many submissions may stand at once; null for no limit. A setting. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Until when, not included; null for no such limit. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** What people are asked to consent to. */
  consentText: Scalars['String']['output'];
  /** The version of the consent text: pass it along when somebody consents. */
  consentTextVersion: Scalars['Int']['output'];
  /** Whether coordinators may accept and reject submissions of their groups' contacts. A setting. */
  coordinatorsReview?: Maybe<Scalars['Boolean']['output']>;
  /** Whether coordinators may see the photos as they were taken. A setting. */
  coordinatorsSeeOriginals?: Maybe<Scalars['Boolean']['output']>;
  /** When it was made. For those who run it. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which custom field is shown under the pictures of its galleries, as long as that is public (L0) and in use. A setting. */
  galleryCaption?: Maybe<ContactField>;
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** The name people see. */
  name: Scalars['String']['output'];
  /** From when on photos are taken in; null for no such limit. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was first published. For those who run it. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the finished headshots come out. A setting. */
  recipe?: Maybe<Recipe>;
  /** Who says whether a submission is good. A setting. */
  reviewMode?: Maybe<ReviewMode>;
  /** What its public link ends with: unique over all accounts. */
  slug: Scalars['String']['output'];
  /** Where it is in its life. */
  status: StudioStatus;
  /** How many of them may be one contact's; null for no limit. A setting. */
  submissionsPerContact?: Maybe<Scalars['Int']['output']>;
  /** Counts its changes, from 1. For those who run it. */
  version?: Maybe<Scalars['Int']['output']>;
  /** What greets people; empty where there is nothing to say. */
  welcomeText: Scalars['String']['output'];
};

/** Who may come in. */
export type StudioAccess =
  /** Those who were invited. */
  | 'PRIVATE'
  /** Anybody with the link, once their email is verified. */
  | 'PUBLIC';

/** A page of a list: each edge holds one Studio. */
export type StudioConnection = {
  /** The rows of this page, in order. */
  edges: Array<StudioEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A Studio and its place in the list. */
export type StudioEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Studio. */
  node: Studio;
};

/** The studio has as many submissions as it takes. */
export type StudioFull = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** How much the studio takes in, and when. What is left out has no limit. */
export type StudioLimitsInput = {
  /** How many submissions may stand at once: 1 to 1,000,000. Rejected and withdrawn ones do not count. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Until when, not included. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** From when on photos are taken in. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many of them may be one contact's: 1 to 100. */
  submissionsPerContact?: InputMaybe<Scalars['Int']['input']>;
};

/** The studio takes no photos at the moment. */
export type StudioNotOpen = UserError & {
  /** Until when it takes photos, if that is said. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** From when on it takes photos, if that is said. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The studio is not published, so nobody can be invited to it. */
export type StudioNotPublished = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** One thing that is wrong with a studio. */
export type StudioProblem = InvalidLimits | InvalidRecipe | InvalidSlug | InvalidStudioName | InvalidText | SlugTaken;

/** The studio's state does not allow this. */
export type StudioStateConflict = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Where the studio is in its life. */
  status: StudioStatus;
};

/** Where a studio is in its life. */
export type StudioStatus =
  /** Closed for good. */
  | 'ARCHIVED'
  /** Being set up: nobody can come in. */
  | 'DRAFT'
  /** Closed for now; visitors are told so. */
  | 'PAUSED'
  /** Open. */
  | 'PUBLISHED';

/** The studio takes nobody at present, or there is none at this address. */
export type StudioUnavailable = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A contact's photo on its way to the studio. */
export type Submission = Node & {
  /** Whose photo it is. */
  contact: Contact;
  /** When its upload was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id: opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** The photo: of several shots, the chosen one. */
  photo?: Maybe<Photo>;
  /** What the studio's reviewer said last. Null until they did, and once it is submitted again. */
  review?: Maybe<SubmissionReview>;
  /** SHA-256 of the edited version that the contact approved. */
  reviewedDigest?: Maybe<Scalars['String']['output']>;
  /** Every shot taken for it, the oldest first. For its contact alone. */
  shots?: Maybe<Array<Photo>>;
  /** Where the submission is in its life. */
  status: SubmissionStatus;
  /** The studio that collects it. */
  studio: Studio;
  /** When the contact submitted it. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Grows with every change of the submission. */
  version: Scalars['Int']['output'];
};

/** The submission is closed: it was submitted already, or is over. */
export type SubmissionClosed = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A page of a list: each edge holds one Submission. */
export type SubmissionConnection = {
  /** The rows of this page, in order. */
  edges: Array<SubmissionEdge>;
  /** About how many submissions the whole list holds: exact up to 10,000, beyond that an estimate. Cheap. */
  estimatedCount: Scalars['Int']['output'];
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
  /** How many submissions the whole list holds. Costs a count. */
  totalCount: Scalars['Int']['output'];
};

/** What the studio's reviewer said. */
export type SubmissionDecision =
  /** The headshot is good. */
  | 'ACCEPTED'
  /** The headshot is not taken. */
  | 'REJECTED'
  /** The contact should take another photo and submit that. */
  | 'RETAKE_REQUESTED';

/** A Submission and its place in the list. */
export type SubmissionEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The Submission. */
  node: Submission;
};

/** Something that happened to a submission or its photo. */
export type SubmissionEvent = {
  /** Whose submission it is. */
  contact?: Maybe<Contact>;
  /** The contact it is about, also where that is no more. */
  contactId?: Maybe<Scalars['ID']['output']>;
  /** The event's own id: the same each time, and on every road, it is delivered. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** The photo it is about, also where that is no more. */
  photoId?: Maybe<Scalars['ID']['output']>;
  /** The studio that collects it. */
  studio?: Maybe<Studio>;
  /** The studio it is about. */
  studioId?: Maybe<Scalars['ID']['output']>;
  /** The submission, as it stands now. */
  submission?: Maybe<Submission>;
  /** The submission it is about, also where that is no more. */
  submissionId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  type: SubmissionEventType;
  /** The version of the type's payload. It grows when the payload changes. */
  version: Scalars['Int']['output'];
};

/** An event and its place in the log. */
export type SubmissionEventEdge = {
  /** Pass it as `after` to go on behind this event. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: SubmissionEvent;
};

/** A stretch of the account's event log. */
export type SubmissionEventPage = {
  /** The events that pass the filter and that the viewer may know of. */
  edges: Array<SubmissionEventEdge>;
  /** How far the log was read, filtered events included: pass it as `after`. */
  endCursor: Scalars['String']['output'];
  /** Whether more of the log can be read at once. */
  hasMore: Scalars['Boolean']['output'];
};

/** What happened to a submission or its photo. */
export type SubmissionEventType =
  /** `photo.failed`: No headshot could be made of a photo. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_FAILED'
  /** `photo.ready`: The headshot is made and can be reviewed. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_READY'
  /** `submission.accepted`: A submission was accepted. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_ACCEPTED'
  /** `submission.created`: A contact asked for an upload: a draft was opened. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_CREATED'
  /** `submission.deleted`: A submission's pictures are gone for good. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_DELETED'
  /** `submission.rejected`: A reviewer rejected a submission, for a reason. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_REJECTED'
  /** `submission.retake_requested`: A reviewer asked the contact for another photo. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_RETAKE_REQUESTED'
  /** `submission.submitted`: A contact approved the edited photo and submitted it. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_SUBMITTED'
  /** `submission.withdrawn`: The contact took a submission back. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_WITHDRAWN';

/** Conditions on submissions, as a tree. What is given together must all hold, so `{}` holds for every submission; each list of values means one of them. */
export type SubmissionFilter = {
  /** All of these hold; `[]` holds for every submission. */
  and?: InputMaybe<Array<SubmissionFilter>>;
  /** Whose photo it is. */
  contact?: InputMaybe<IdFilter>;
  /** Whose photos they are, at most 500. */
  contactIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When their upload was asked for. */
  created?: InputMaybe<TimeSpan>;
  /** When its upload was asked for. */
  createdAt?: InputMaybe<MomentFilter>;
  /** The submission's id. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. A submission without a value is among them. */
  not?: InputMaybe<SubmissionFilter>;
  /** At least one of these holds; `[]` holds for none. */
  or?: InputMaybe<Array<SubmissionFilter>>;
  /** Where they are in their life. */
  status?: InputMaybe<Array<SubmissionStatus>>;
  /** The studio that collects it. */
  studio?: InputMaybe<IdFilter>;
  /** The studios that collect them, at most 500. */
  studioIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When the contact submitted them. */
  submitted?: InputMaybe<TimeSpan>;
  /** When the contact submitted it. */
  submittedAt?: InputMaybe<MomentFilter>;
};

/** How many submissions there are of a group's contacts, and of how many contacts. */
export type SubmissionGroupCount = {
  /** How many contacts they are of. */
  contacts: Scalars['Int']['output'];
  /** How many submissions. */
  count: Scalars['Int']['output'];
  /** The group; null if it is no more. */
  group?: Maybe<Group>;
};

/** The contact has submitted as many photos as the studio takes of one. */
export type SubmissionLimitReached = UserError & {
  /** How many submissions of one contact may stand at once. */
  limit: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** There is no such submission that the viewer may review. */
export type SubmissionNotFound = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** One field by which submissions are ordered. */
export type SubmissionOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** Which field counts. */
  field?: SubmissionOrderField;
};

/** By what submissions can be ordered. */
export type SubmissionOrderField =
  /** When its upload was asked for. */
  | 'CREATED_AT'
  /** Where it is in its life, by the status's name. */
  | 'STATUS'
  /** When the contact submitted it. */
  | 'SUBMITTED_AT';

/** What the studio's reviewer said of a submission. */
export type SubmissionReview = {
  /** When they decided. */
  decidedAt: Scalars['DateTime']['output'];
  /** What they decided. */
  decision: SubmissionDecision;
  /** The reviewer's words to the contact, if any. */
  message?: Maybe<Scalars['String']['output']>;
  /** Why, where it was not accepted. */
  reason?: Maybe<ReviewReason>;
};

/** The submission's state does not allow this. */
export type SubmissionStateConflict = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Where the submission is in its life. */
  status: SubmissionStatus;
};

/** Submissions counted. */
export type SubmissionStats = {
  /** By a group that the contact is in, the busiest first, at most 250; one in several is counted in each. For members, a coordinator's own groups alone. */
  byGroup?: Maybe<Array<SubmissionGroupCount>>;
  /** By status, the most frequent first. */
  byStatus: Array<SubmissionStatusCount>;
  /** By studio, the busiest first. */
  byStudio: Array<SubmissionStudioCount>;
  /** How many contacts they are of. */
  contacts: Scalars['Int']['output'];
  /** How many submissions there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** Where a submission is in its life. */
export type SubmissionStatus =
  /** An admin accepted it. */
  | 'ACCEPTED'
  /** Submitted, and an admin has to accept it. */
  | 'AWAITING_ADMIN'
  /** Its photo is being uploaded or edited. */
  | 'DRAFT'
  /** The contact looks at the edited photo. */
  | 'IN_REVIEW'
  /** Its photo is gone. */
  | 'PURGED'
  /** An admin rejected it. */
  | 'REJECTED'
  /** The contact approved and submitted it. */
  | 'SUBMITTED'
  /** The contact took it back. */
  | 'WITHDRAWN';

/** How many submissions are where in their life. */
export type SubmissionStatusCount = {
  /** How many submissions. */
  count: Scalars['Int']['output'];
  /** Where they are in their life. */
  status: SubmissionStatus;
};

/** How many submissions a studio has collected, and of how many contacts. */
export type SubmissionStudioCount = {
  /** How many contacts they are of. */
  contacts: Scalars['Int']['output'];
  /** How many submissions. */
  count: Scalars['Int']['output'];
  /** The studio. */
  studio: Studio;
};

/** Somebody else changed the submission since it was read. */
export type SubmissionVersionConflict = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The submission as it is now. */
  submission: Submission;
};

/** The photo that a contact submits, and proof of what they looked at. */
export type SubmitPhotoInput = {
  /** The photo: any shot of the submission. Submitting it chooses it. */
  photoId: Scalars['ID']['input'];
  /** The `edited.digest` of the version that the contact reviewed and approves. */
  reviewedDigest: Scalars['String']['input'];
};

/** The photo is submitted. */
export type SubmitPhotoPayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why the photo was not submitted. */
export type SubmitPhotoResult = ConsentMissing | PhotoNotReady | RetakeNeeded | ReviewedVersionMismatch | StudioFull | StudioNotOpen | SubmissionClosed | SubmissionLimitReached | SubmitPhotoPayload;

/** What can be followed as it happens. */
export type Subscription = {
  /** Everything that happens in the account, as it happens. Each message carries its cursor in `extensions.cursor`: `after` resumes behind it and misses nothing, also where it came from `submissionEvents`. Without `after` the first message is a checkpoint: null, and the cursor of the log's head. */
  events?: Maybe<Event>;
  /** Every event as it happens. Each message carries its cursor in `extensions.cursor`: `after` resumes behind it and misses nothing. Without `after` the first message is a checkpoint: null, and the cursor of the log's head. */
  submissionEvents?: Maybe<SubmissionEvent>;
};


/** What can be followed as it happens. */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<EventType>>;
};


/** What can be followed as it happens. */
export type SubscriptionSubmissionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  studioIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  types?: InputMaybe<Array<SubmissionEventType>>;
};

/** The account's policy lets no staff in. */
export type SupportAccessClosed = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** One staff person's leave to look into the account, or their request for it. */
export type SupportGrant = Node & {
  /** When they asked. */
  createdAt: Scalars['DateTime']['output'];
  /** When an owner denied it. */
  deniedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when they may look; null unless it was granted. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When an owner granted it. */
  grantedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The owner who granted it; for those who see members. */
  grantedBy?: Maybe<Member>;
  /** The grant's global id. */
  id: Scalars['ID']['output'];
  /** Why they asked. */
  reason: Scalars['String']['output'];
  /** When an owner ended it early. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they asked to see. */
  scopes: Array<SupportScope>;
  /** The staff person: their subject at the Hub. */
  staffId: Scalars['String']['output'];
  /** Where it is in its life, at this moment. */
  state: SupportGrantState;
};

/** A page of a list: each edge holds one SupportGrant. */
export type SupportGrantConnection = {
  /** The rows of this page, in order. */
  edges: Array<SupportGrantEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A SupportGrant and its place in the list. */
export type SupportGrantEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The SupportGrant. */
  node: SupportGrant;
};

/** The grant is so now. */
export type SupportGrantPayload = {
  /** The grant as it is now. */
  supportGrant: SupportGrant;
};

/** What came of answering, extending or ending a grant. */
export type SupportGrantResult = SupportGrantPayload | WrongGrantState;

/** Where a staff person's leave to look is in its life. */
export type SupportGrantState =
  /** An owner said no. */
  | 'DENIED'
  /** It ran out, or nobody answered for a week. */
  | 'EXPIRED'
  /** Open: the staff person may look. */
  | 'GRANTED'
  /** Asked for; no owner has answered yet. */
  | 'REQUESTED'
  /** An owner ended it early. */
  | 'REVOKED';

/** What staff may be let to see. */
export type SupportScope =
  /** Contacts, as far as the access matrix shows them to staff; always included. */
  | 'CONTACTS_READ'
  /** Photos, too. */
  | 'PHOTOS_READ';

/** Whom to shut out. */
export type SuspendMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
};

/** One person of the system of record. What is left out stays as it is. */
export type SyncContactRow = {
  /** Values of custom fields. */
  customFields?: Array<CustomFieldInput>;
  /** The email; needed for a new contact, unique in the account. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The id in the system of record. */
  externalId: Scalars['String']['input'];
  /** The first name; needed for a new contact. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The last name; needed for a new contact. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The phone number (E.164); null clears it. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** Contacts to create or update by their external ids. */
export type SyncContactsInput = {
  /** The rows, at most 2,000. Each stands or falls by itself. */
  rows: Array<SyncContactRow>;
};

/** What became of the rows. */
export type SyncContactsPayload = {
  /** How many contacts were created. */
  created: Scalars['Int']['output'];
  /** How many rows were rejected. */
  rejected: Scalars['Int']['output'];
  /** One result per row, in the rows' order. */
  results: Array<SyncRowResult>;
  /** How many were so already. */
  unchanged: Scalars['Int']['output'];
  /** How many were changed. */
  updated: Scalars['Int']['output'];
};

/** What came of a sync. */
export type SyncContactsResult = SyncContactsPayload | SyncTooLarge;

/** What became of a row. */
export type SyncOutcome =
  /** A contact was created. */
  | 'CREATED'
  /** Nothing was done; the errors say why. */
  | 'REJECTED'
  /** The contact was so already. */
  | 'UNCHANGED'
  /** The contact was changed. */
  | 'UPDATED';

/** What became of one row. */
export type SyncRowResult = {
  /** The contact as it is now, as far as the caller may see; null if rejected. */
  contact?: Maybe<Contact>;
  /** What is wrong with the row; empty unless it was rejected. */
  errors: Array<UserError>;
  /** The row's external id, as it was given. */
  externalId: Scalars['String']['output'];
  /** The row's place in the call, from 0. */
  index: Scalars['Int']['output'];
  /** What became of it. */
  outcome: SyncOutcome;
};

/** More rows than one call may bring. */
export type SyncTooLarge = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Compares a text. What is given together must all hold. */
export type TextFilter = {
  /** Two texts: from the first to the second, both included. */
  between?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has this text in it; upper and lower case are the same. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this text. Emails compare as normalised. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** After this text, in the order in which lists are sorted. */
  gt?: InputMaybe<Scalars['String']['input']>;
  /** One of these texts, at most 500. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether there is a value at all. */
  isSet?: InputMaybe<Scalars['Boolean']['input']>;
  /** Before this text, in the order in which lists are sorted. */
  lt?: InputMaybe<Scalars['String']['input']>;
  /** Begins with this text; upper and lower case are the same. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A span of time. What is left out is open. */
export type TimeSpan = {
  /** From then on, included. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until then, not included. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The account has as many open appeals as it may. */
export type TooManyAppeals = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The account has as many custom fields as it may. */
export type TooManyContactFields = UserError & {
  /** How many it may have. */
  limit: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** There are more contacts than one call takes. */
export type TooManyContacts = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** More requests came in than are taken in such a time. */
export type TooManyDataSubjectRequests = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The studio has as many recipes as it may have. */
export type TooManyDerivativeRecipes = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The account has as many views as it may. */
export type TooManySavedViews = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The account has as many endpoints as it may. */
export type TooManyWebhookEndpoints = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A coordinator, and the group they lose. */
export type UnassignCoordinatorInput = {
  /** The group's id. */
  groupId: Scalars['ID']['input'];
  /** The coordinator's id as a member. */
  memberId: Scalars['ID']['input'];
};

/** A merge to undo. */
export type UndoMergeInput = {
  /** The contact that was merged into another. */
  duplicateId: Scalars['ID']['input'];
};

/** One contact is two again. */
export type UndoMergePayload = {
  /** The contact that stayed, without what it got. */
  contact: Contact;
  /** The contact that was merged, as it was. */
  duplicate: Contact;
};

/** What came of undoing a merge. */
export type UndoMergeResult = ContactStateConflict | ProcessingRestricted | UndoMergePayload;

/** Some of the contacts do not exist. */
export type UnknownContacts = UserError & {
  /** The ids that lead to nobody, as they were given. */
  contactIds: Array<Scalars['ID']['output']>;
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The account has no such custom field in use. */
export type UnknownField = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The request was taken in. The answer is the same whether the person is known or not. */
export type UnverifiedDataSubjectRequestFiled = {
  /** By when it is answered at the latest. */
  dueAt: Scalars['DateTime']['output'];
  /** When it came in. */
  receivedAt: Scalars['DateTime']['output'];
};

/** Settings to change. What is left out stays as it is. */
export type UpdateAccountSettingsInput = {
  /** The language of the account's mails. */
  defaultLocale?: InputMaybe<AccountLocale>;
  /** The company's name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Policies to change. */
  policies?: InputMaybe<AccountPoliciesInput>;
  /** The version that you read. */
  version: Scalars['Int']['input'];
};

/** The settings are in force. */
export type UpdateAccountSettingsPayload = {
  /** The account as it is now. */
  account: Account;
};

/** What came of changing settings. */
export type UpdateAccountSettingsResult = AccountClosing | InvalidSetting | SettingsOutdated | UpdateAccountSettingsPayload;

/** Changes to a custom field. What is left out, or null, stays as it is; key and type always do. */
export type UpdateContactFieldInput = {
  /** The language in which every text is there (BCP 47). */
  defaultLocale?: InputMaybe<Scalars['String']['input']>;
  /** Whether lists filter, sort and count by it. */
  filterable?: InputMaybe<Scalars['Boolean']['input']>;
  /** All hints. */
  help?: InputMaybe<Array<LocalizedTextInput>>;
  /** The field's id. */
  id: Scalars['ID']['input'];
  /** All labels. */
  labels?: InputMaybe<Array<LocalizedTextInput>>;
  /** All choices that are offered from now on, in order. One that is left out retires: values keep it. */
  options?: InputMaybe<Array<ContactFieldOptionInput>>;
  /** Who keeps it. */
  owner?: InputMaybe<ContactFieldOwner>;
  /** Whether it is shown ahead of the others. */
  pinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its place among the account's fields, from 0; the others make room. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** Why it is collected. */
  purpose?: InputMaybe<Scalars['String']['input']>;
  /** How confidential it is. It counts at once; values are then sealed or opened contact by contact. */
  sensitivity?: InputMaybe<Sensitivity>;
  /** All that a new value must fit. */
  validation?: InputMaybe<ContactFieldValidationInput>;
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** The definition is changed. */
export type UpdateContactFieldPayload = {
  /** The field as it is now. */
  field: ContactField;
  /** The work on its values that the change has started. */
  run?: Maybe<ContactFieldRun>;
};

/** What came of changing a field. */
export type UpdateContactFieldResult = CardNumberRefused | FieldWorkUnderWay | InvalidContactField | SpecialCategoryRefused | TooManyContactFields | UpdateContactFieldPayload | VersionConflict;

/** New values of a contact. What is left out, or is so already, stays as it is, whoever may change it. */
export type UpdateContactInput = {
  /** Values of custom fields. */
  customFields?: Array<CustomFieldInput>;
  /** The email. A contact's own new address becomes theirs once they prove it by the code sent there. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The id in the account's system of record; null clears it. */
  externalId?: InputMaybe<Scalars['String']['input']>;
  /** The first name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The contact. */
  id: Scalars['ID']['input'];
  /** The last name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** The phone number (E.164); null clears it. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read: if the contact changed since, nothing is written. */
  version: Scalars['Int']['input'];
};

/** The contact is as it was asked for. */
export type UpdateContactPayload = {
  /** The contact as it is now. */
  contact: Contact;
  /** The address that a contact wants for themselves: theirs once they show the code sent there. */
  emailToVerify?: Maybe<Scalars['String']['output']>;
};

/** What came of changing a contact. */
export type UpdateContactResult = ContactStateConflict | InvalidContact | ProcessingRestricted | UpdateContactPayload | VersionConflict;

/** A view's changes. What is left out stays; null takes it away. */
export type UpdateSavedViewInput = {
  /** Which contacts it shows. */
  filter?: InputMaybe<ContactFilter>;
  /** The view's id. */
  id: Scalars['ID']['input'];
  /** The name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** By what it orders. */
  orderBy?: InputMaybe<Array<ContactOrder>>;
  /** Words to find. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** The version that was seen: a view that changed since is left as it is. */
  version: Scalars['Int']['input'];
};

/** What came of changing a view. */
export type UpdateSavedViewResult = InvalidSavedView | SavedViewNameTaken | SavedViewNotYours | SavedViewOutdated | SavedViewPayload;

/** What changes of an endpoint. What is left out stays as it is. */
export type UpdateWebhookEndpointInput = {
  /** What it is for, up to 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The types of events to send, for example `submission.submitted`, at least one. Null sends all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Confidential custom fields (L2) that the payload query may read, by id. */
  fieldIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The endpoint's id. */
  id: Scalars['ID']['input'];
  /** What to read of each event and send with it: `subscription { events { … } }`, run with the endpoint's own permissions. None sends ids only. */
  payloadQuery?: InputMaybe<Scalars['String']['input']>;
  /** What the payload query may read. */
  scopes?: InputMaybe<Array<WebhookScope>>;
  /** The https address that events are posted to. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** What came of changing an endpoint. */
export type UpdateWebhookEndpointResult = InvalidWebhookEndpoint | VersionConflict | WebhookEndpointPayload;

/** A header that the upload must carry. */
export type UploadHeader = {
  /** The header's name. */
  name: Scalars['String']['output'];
  /** The header's value. */
  value: Scalars['String']['output'];
};

/** Why a photo may not be uploaded. */
export type UploadRefusalReason =
  /** The checksum is not a SHA-256 in hexadecimal. */
  | 'CHECKSUM_INVALID'
  /** The file has no bytes. */
  | 'EMPTY_FILE'
  /** The file is larger than 25 MB. */
  | 'FILE_TOO_LARGE'
  /** The file is not a JPEG, PNG, WebP or AVIF photo. */
  | 'FORMAT_NOT_SUPPORTED'
  /** HEIC photos have to be saved as JPEG first. */
  | 'HEIC_NOT_SUPPORTED'
  /** Processing of the contact's data is restricted (GDPR art. 18). */
  | 'PROCESSING_RESTRICTED'
  /** The studio takes no photos at the moment. */
  | 'STUDIO_CLOSED'
  /** The submission is about to be removed with its collection. */
  | 'SUBMISSION_BEING_REMOVED'
  /** The submission is with the studio, or over, and takes no further shot. */
  | 'SUBMISSION_CLOSED'
  /** Ten submissions of the contact in this studio wait for their photo already. */
  | 'TOO_MANY_OPEN_UPLOADS'
  /** The submission has ten shots already. */
  | 'TOO_MANY_SHOTS';

/** The photo may not be uploaded. */
export type UploadRefused = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** Why, for a program to read. */
  reason: UploadRefusalReason;
};

/** Something in the input that the user can correct. */
export type UserError = {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Processing of contacts with a value is restricted, so nothing of theirs may be destroyed. */
export type ValuesUnderRestriction = UserError & {
  /** How many contacts that is. */
  contacts: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Too many wrong codes. */
export type VerificationLocked = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** A code that came by mail. */
export type VerifyEmailInput = {
  /** The six digits. */
  code: Scalars['String']['input'];
  /** The email that the code was sent to. */
  email: Scalars['String']['input'];
  /** The studio's address, as in its link. */
  studioSlug: Scalars['String']['input'];
};

/** The email is proven, and the contact signed in. */
export type VerifyEmailPayload = {
  /** The contact, verified. */
  contact: Contact;
  /** Until when the session is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** The session: send it as `Authorization: Bearer …`. Shown once. */
  sessionToken: Scalars['String']['output'];
};

/** What came of showing a code. */
export type VerifyEmailResult = CodeExpired | CodeRejected | StudioUnavailable | VerificationLocked | VerifyEmailPayload;

/** Somebody else changed it since it was read: look at it again, and send what still holds. */
export type VersionConflict = UserError & {
  /** The version that it has now. */
  currentVersion: Scalars['Int']['output'];
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Who is asking, as the platform understands it. */
export type Viewer = {
  /** The account they act in; null if there is none. */
  account?: Maybe<Account>;
  /** The signed-in contact; null for others. */
  contact?: Maybe<Contact>;
  /** What kind of caller it is. */
  kind: ViewerKind;
  /** The member's name; null for others. */
  name?: Maybe<Scalars['String']['output']>;
  /** As whom an owner looks; null outside a preview. */
  previewing?: Maybe<Preview>;
  /** The member's role; null for others. */
  role?: Maybe<MemberRole>;
};

/** What kind of caller is asking. */
export type ViewerKind =
  /** Nobody known. */
  | 'ANONYMOUS'
  /** A program of an account. */
  | 'API_CLIENT'
  /** A contact, signed in for one studio. */
  | 'CONTACT'
  /** A person working for an account. */
  | 'MEMBER'
  /** Platform staff. */
  | 'STAFF';

/** One try to deliver an event. */
export type WebhookAttempt = {
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Why nothing was answered. */
  error?: Maybe<Scalars['String']['output']>;
  /** The beginning of the answer, up to 500 characters; addresses, numbers and credentials blotted out. */
  excerpt?: Maybe<Scalars['String']['output']>;
  /** Which try it was, from 1. */
  number: Scalars['Int']['output'];
  /** The HTTP status; null where nothing was answered. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** An event on its way to an endpoint. */
export type WebhookDelivery = Node & {
  /** What was tried, newest first: the last 20. */
  attempts: Array<WebhookAttempt>;
  /** When it was put on its way. */
  createdAt: Scalars['DateTime']['output'];
  /** What receivers see as `webhook-id`: the same for every try. */
  eventId: Scalars['String']['output'];
  /** The type of the event. */
  eventType: Scalars['String']['output'];
  /** The delivery's global id. */
  id: Scalars['ID']['output'];
  /** When it is tried next; null once it is settled. */
  nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was delivered or given up. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is on its way. */
  status: WebhookDeliveryStatus;
};

/** A page of a list: each edge holds one WebhookDelivery. */
export type WebhookDeliveryConnection = {
  /** The rows of this page, in order. */
  edges: Array<WebhookDeliveryEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A WebhookDelivery and its place in the list. */
export type WebhookDeliveryEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The WebhookDelivery. */
  node: WebhookDelivery;
};

/** The delivery is on its way. */
export type WebhookDeliveryPayload = {
  /** The delivery as it is now. */
  webhookDelivery: WebhookDelivery;
};

/** Where an event is on its way to an endpoint. */
export type WebhookDeliveryStatus =
  /** The receiver answered with 2xx. */
  | 'DELIVERED'
  /** It was tried ten times over 75 hours. It can be sent again. */
  | 'FAILED'
  /** It waits for its turn, or to be tried again. */
  | 'PENDING';

/** Why the platform stopped sending to an endpoint. */
export type WebhookDisabledReason =
  /** It failed for five days without one success. */
  | 'FAILING'
  /** The receiver answered 410 Gone. */
  | 'GONE';

/** Where an account's events are sent, signed as Standard Webhooks describes. */
export type WebhookEndpoint = Node & {
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What was sent, and what waits: newest first, as long as the event log keeps events. */
  deliveries: WebhookDeliveryConnection;
  /** What it is for, in the account's words. */
  description: Scalars['String']['output'];
  /** Why the platform stopped sending. */
  disabledReason?: Maybe<WebhookDisabledReason>;
  /** The types of events that are sent, for example `submission.submitted`; null for all. */
  eventTypes?: Maybe<Array<Scalars['String']['output']>>;
  /** Since when no event could be delivered; null while it answers. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** The endpoint's global id. */
  id: Scalars['ID']['output'];
  /** What is read of each event and sent with it: a subscription to `events`. Null sends ids only. */
  payloadQuery?: Maybe<Scalars['String']['output']>;
  /** Until when deliveries are also signed with the previous secret. */
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The Ed25519 key that verifies `v1a` signatures: `whpk_` and base64. */
  publicKey: Scalars['String']['output'];
  /** What the payload query may read. */
  scopes: Array<WebhookScope>;
  /** Whether it is sent events. */
  status: WebhookStatus;
  /** The address that events are posted to. */
  url: Scalars['String']['output'];
  /** Grows with every change: send it back to change what you read. */
  version: Scalars['Int']['output'];
};


/** Where an account's events are sent, signed as Standard Webhooks describes. */
export type WebhookEndpointDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<WebhookDeliveryStatus>;
};

/** A page of a list: each edge holds one WebhookEndpoint. */
export type WebhookEndpointConnection = {
  /** The rows of this page, in order. */
  edges: Array<WebhookEndpointEdge>;
  /** Where this page lies in its list. */
  pageInfo: PageInfo;
};

/** A WebhookEndpoint and its place in the list. */
export type WebhookEndpointEdge = {
  /** This row's cursor: opaque, and valid for this account and list only. */
  cursor: Scalars['String']['output'];
  /** The WebhookEndpoint. */
  node: WebhookEndpoint;
};

/** Nothing is sent to the endpoint: it is paused, or was disabled. */
export type WebhookEndpointNotActive = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The endpoint is so now. */
export type WebhookEndpointPayload = {
  /** The endpoint as it is now. */
  webhookEndpoint: WebhookEndpoint;
};

/** The events that were asked for are no longer kept. */
export type WebhookEventsExpired = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** What an endpoint's payload query may read, as an integration of the account would. */
export type WebhookScope =
  /** Contacts, as the access matrix shows them to integrations. */
  | 'CONTACTS_READ'
  /** Photos, as the access matrix shows them to integrations. */
  | 'PHOTOS_READ';

/** The endpoint, and the secret that signs what it is sent. */
export type WebhookSecretPayload = {
  /** `whsec_` and base64. It is shown this once: keep it where secrets are kept. */
  secret: Scalars['String']['output'];
  /** The endpoint as it is now. */
  webhookEndpoint: WebhookEndpoint;
};

/** Whether an endpoint is sent events. */
export type WebhookStatus =
  /** Events are sent. */
  | 'ACTIVE'
  /** The platform stopped sending, and told the account's owners why. */
  | 'DISABLED'
  /** The account paused it. Events wait, as long as the log keeps them. */
  | 'PAUSED';

/** Withdrawal of the signed-in contact's consent to one purpose. */
export type WithdrawConsentInput = {
  /** What they no longer agree to. */
  purpose: ConsentPurpose;
};

/** The consent is withdrawn: nothing may be done on its ground from now on. */
export type WithdrawConsentPayload = {
  /** The consent as it stands now. */
  consent: Consent;
  /** The contact who withdrew it. */
  contact: Contact;
};

/** The withdrawal, or why there is none. */
export type WithdrawConsentResult = ConsentNotGiven | WithdrawConsentPayload;

/** That the person takes a request back. */
export type WithdrawDataSubjectRequestInput = {
  /** The request. */
  id: Scalars['ID']['input'];
};

/** The request as withdrawn, or why it was not. */
export type WithdrawDataSubjectRequestResult = DataSubjectRequestNotOpen | DataSubjectRequestPayload;

/** A submission that its contact takes back. */
export type WithdrawSubmissionInput = {
  /** The submission. */
  id: Scalars['ID']['input'];
};

/** The submission is taken back. */
export type WithdrawSubmissionPayload = {
  /** The submission as it stands now. */
  submission: Submission;
};

/** The submission, or why it was not taken back. */
export type WithdrawSubmissionResult = SubmissionStateConflict | WithdrawSubmissionPayload;

/** The field is not in a state from which this can be done. */
export type WrongContactFieldState = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** The grant's state does not allow it. */
export type WrongGrantState = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The state that it is in. */
  state: SupportGrantState;
};

/** The member's status does not allow it. */
export type WrongMemberStatus = UserError & {
  /** What is wrong and what to do, for a person to read. */
  message: Scalars['String']['output'];
  /** Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole. */
  path: Array<Scalars['String']['output']>;
  /** The status that the member has. */
  status: MemberStatus;
};
