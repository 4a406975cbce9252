import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import {
  acceptMemberInvitation,
  joinByInvitation,
} from "@/features/organizations/commands/accept-member-invitation";
import { archiveMember, restoreMember } from "@/features/organizations/commands/archive-member";
import { removeLogo, uploadLogo } from "@/features/organizations/commands/change-logo";
import {
  resendMemberInvitation,
  revokeMemberInvitation,
} from "@/features/organizations/commands/change-member-invitation";
import { checkAccess } from "@/features/organizations/commands/check-access";
import { createOrganization } from "@/features/organizations/commands/create-organization";
import { finishSetup } from "@/features/organizations/commands/finish-setup";
import { invitationExpiry, inviteMember } from "@/features/organizations/commands/invite-member";
import { keepAnOwner, lockOwners } from "@/features/organizations/commands/keep-an-owner";
import { updateMemberAccess } from "@/features/organizations/commands/update-member-access";
import { updateOrganization } from "@/features/organizations/commands/update-organization";
import { findMemberInvitation } from "@/features/organizations/queries/find-member-invitation";
import { getMember } from "@/features/organizations/queries/get-member";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { getSetupProgress } from "@/features/organizations/queries/get-setup-progress";
import { listActivity } from "@/features/organizations/queries/list-activity";
import { listMemberInvitations } from "@/features/organizations/queries/list-member-invitations";
import { listMemberNames } from "@/features/organizations/queries/list-member-names";
import { listMembers } from "@/features/organizations/queries/list-members";
import { activityListInput, memberListInput } from "@/features/organizations/schema";
import { withScope } from "@/server/database";
import { createMember, createOrganization as createOtherOrganization } from "../../../factories/organization";
import { type Cast, NORTH } from "../cast";
import { type Lines, line, lock, pure } from "../line";
import { type Place, unique } from "../makers";

const member = async (of: Cast) => ({ id: (await of.newMember()).memberId });
const archivedMember = async (of: Cast) => {
  const made = await of.newMember();
  await archiveMember(of.people.owner.scope, made.memberId);
  return { id: made.memberId };
};
const invitation = (of: Cast) => of.newMemberInvitation();
const newAddress = () => `${unique()}@example.test`;

/** A link of the caller's organization; in the place of another's, one that was tampered with: a link opens its own alone. */
const link = async (of: Cast, _place: Place, caller: Cast) => {
  const made = await of.newMemberInvitation();
  return of === caller ? made : { ...made, token: `${made.token.slice(0, -2)}xx` };
};

export const access = (overrides: Partial<Parameters<typeof checkAccess>[2]> = {}) => ({
  role: "manager" as const,
  access: "whole" as const,
  locationIds: [],
  employeeId: null,
  ...overrides,
});
/** What limits a member, one thing at a time from elsewhere. */
export const limits = [
  (_of: Cast, place: Place) => access({ access: "locations", locationIds: [place.locationId] }),
  async (of: Cast) => access({ role: "employee", employeeId: (await of.newEmployee()).id }),
];
export const settingsOf = (name: string) => ({
  name,
  accentColor: "#123456",
  timeZone: "Europe/Helsinki",
  languages: ["fi" as const, "sv" as const, "en" as const],
  language: "en" as const,
  minimumN: NORTH.minimumN,
  quarantineDays: 12,
  senderName: null,
  replyTo: null,
});
export const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#0f766e" } })
    .png()
    .toBuffer();

const asOwner = { as: "owner" } as const;
const refused = { as: "owner", own: "changes", foreign: "not found" } as const;

export const organizationsMembers: Lines = {
  getMember: line({
    ...asOwner,
    given: member,
    call: (scope, { id }) => getMember(scope, id),
    own: "shows",
    foreign: "not found",
  }),
  listMembers: line({
    ...asOwner,
    given: async (of) => ({ email: (await of.newMember()).email }),
    call: (scope, { email }) => listMembers(scope, memberListInput.parse({ q: email })),
    own: "shows",
    foreign: "nothing",
  }),
  listMemberNames: line({
    ...asOwner,
    given: async (of) => ({ id: (await of.newMember()).userId }),
    call: (scope) => listMemberNames(scope),
    own: "shows",
    foreign: "hides",
  }),
  listMemberInvitations: line({
    ...asOwner,
    given: invitation,
    call: (scope) => listMemberInvitations(scope, 1),
    own: "shows",
    foreign: "hides",
  }),
  listActivity: line({
    ...asOwner,
    given: (of) => of.people.manager,
    call: (scope, { userId }) => listActivity(scope, activityListInput.parse({ person: userId })),
    own: ({ result }) => expect(result).toMatchObject({ total: expect.any(Number) }),
    foreign: "nothing",
  }),
  getOrganizationSettings: line({
    ...asOwner,
    call: (scope) => getOrganizationSettings(scope),
    own: ({ result }) => expect(result).toMatchObject({ slug: "north", minimumN: NORTH.minimumN }),
    foreign: "takes nothing",
  }),
  getSetupProgress: line({
    given: async (of, _place, caller) =>
      of === caller ? caller.scope : (await createOtherOrganization({ name: "Empty" })).scope,
    call: (_scope, given) => getSetupProgress(given),
    own: ({ result }) => expect(result).toMatchObject({ isDone: { journey: true, encounter: true } }),
    foreign: ({ result }) =>
      expect(result).toMatchObject({
        isDone: { journey: false, employees: false, encounterType: false, survey: false, encounter: false },
        touchpoints: 0,
        employees: 0,
        locations: 0,
      }),
  }),
  findMemberInvitation: line({
    given: link,
    call: (_scope, { token }) => findMemberInvitation(token),
    own: "shows",
    foreign: "nothing",
  }),

  lockOwners: lock(lockOwners),
  keepAnOwner: line({
    // One owner in each organization: there is no other one here to take over, whoever owns the next.
    ...asOwner,
    given: (of) => ({ id: of.people.owner.memberId }),
    call: (scope, { id }) => withScope(scope, (tx) => keepAnOwner(tx, scope, id)),
    own: "conflict",
    foreign: "nothing",
  }),
  checkAccess: limits.map((given) =>
    line({
      ...asOwner,
      given,
      call: (scope, wanted) => withScope(scope, (tx) => checkAccess(tx, scope, wanted)),
      own: "runs",
      foreign: "not found",
    }),
  ),
  inviteMember: [
    ...limits.map((given) =>
      line({
        ...refused,
        given,
        call: (scope, wanted) => inviteMember(scope, { ...wanted, email: newAddress(), language: "en" }),
      }),
    ),
    line({
      // A member of another organization may be invited, and the answer does not tell that there is one.
      ...asOwner,
      given: async (of) => ({ email: (await of.newMember()).email }),
      call: (scope, { email }) => inviteMember(scope, { ...access(), email, language: "en" }),
      own: "invalid",
      foreign: "changes",
    }),
    line({
      ...asOwner,
      given: invitation,
      call: (scope, { email }) => inviteMember(scope, { ...access(), email, language: "en" }),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  resendMemberInvitation: line({
    ...refused,
    given: invitation,
    call: (scope, { id }) => resendMemberInvitation(scope, id),
  }),
  revokeMemberInvitation: line({
    ...refused,
    given: invitation,
    call: (scope, { id }) => revokeMemberInvitation(scope, id),
  }),
  acceptMemberInvitation: line({
    // The caller's user is invited to the own organization; in the other one somebody else is.
    given: async (of, _place, caller) => {
      const user = await createMember(await createOtherOrganization(), "employee");
      const { token } = await of.newMemberInvitation(of === caller ? { email: user.email } : {});
      return { user: { id: user.userId, email: user.email }, token };
    },
    call: (_scope, { user, token }) => acceptMemberInvitation(user, token),
    own: "changes",
    foreign: "conflict",
  }),
  joinByInvitation: line({
    given: link,
    call: (_scope, { token }) =>
      joinByInvitation(token, { name: "Newcomer", newPassword: "correct-horse-battery", locale: "en" }),
    own: "changes",
    foreign: "conflict",
  }),
  updateMemberAccess: [
    line({
      ...refused,
      given: member,
      call: (scope, { id }) => updateMemberAccess(scope, { ...access(), memberId: id }),
    }),
    ...limits.map((limit) =>
      line({
        ...refused,
        given: async (of, place, caller) => ({ mine: await member(caller), wanted: await limit(of, place) }),
        call: (scope, { mine, wanted }) => updateMemberAccess(scope, { ...wanted, memberId: mine.id }),
      }),
    ),
  ],
  archiveMember: line({ ...refused, given: member, call: (scope, { id }) => archiveMember(scope, id) }),
  restoreMember: line({
    ...refused,
    given: archivedMember,
    call: (scope, { id }) => restoreMember(scope, id),
  }),

  createOrganization: [
    line({
      call: () =>
        createOrganization({
          name: "Third",
          slug: `third-${uuidv7().slice(-8)}`,
          timeZone: "Europe/Helsinki",
          language: "en",
          ownerEmail: newAddress(),
          ownerName: "Owner",
        }),
      own: "runs",
      foreign: "takes nothing",
    }),
    line({
      given: (of) => of,
      call: (_scope, { slug }) =>
        createOrganization({
          name: "Usurper",
          slug,
          timeZone: "Europe/Helsinki",
          language: "en",
          ownerEmail: newAddress(),
          ownerName: "Owner",
        }),
      own: "conflict",
      foreign: "conflict",
    }),
  ],
  finishSetup: line({
    given: (of) =>
      withScope(of.scope, (tx) =>
        tx.organization.update({
          where: { id: of.organization.id },
          data: { setupDoneAt: null },
          select: { slug: true },
        }),
      ),
    call: (scope) => finishSetup(scope),
    own: "changes",
    foreign: "takes nothing",
  }),
  updateOrganization: line({
    ...asOwner,
    call: (scope) => updateOrganization(scope, settingsOf(`North ${unique()}`)),
    own: "changes",
    foreign: "takes nothing",
  }),
  uploadLogo: line({
    ...asOwner,
    call: async (scope) => uploadLogo(scope, new Uint8Array(await picture())),
    own: "changes",
    foreign: "takes nothing",
  }),
  removeLogo: line({
    ...asOwner,
    call: (scope) => removeLogo(scope),
    own: "changes",
    foreign: "takes nothing",
  }),
  invitationExpiry: pure("counts days", () => invitationExpiry(new Date())),
};
