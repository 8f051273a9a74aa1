import {caseload, caseloadPerResidents, counsellingForms, counsellingPlaces, interpreting, phases, sites} from "./caseload.ts";
import {gapRegister, gaps, gapsByKind, gapsByLaw, gapsBySolver, gapsByStatus, gapsByTopic} from "./gaps.ts";
import {age, ageGender, benefits, durationOfStay, gender, households, originSites, originStates, origins, residenceStatus} from "./people.ts";
import {postRegister, posts, postsByBaustein, postsByEmployer, postsByFunction, vacancies} from "./posts.ts";
import {findingRegister, findingsByRule, returnRegister, returns, submissionRegister} from "./returns.ts";
import {actors, steering, steeringGroups, steeringProducts, targetGroups, userParticipation} from "./steering.ts";
import type {TableDeclaration} from "./table.ts";
import {costTypes, finance, municipalCoverage, municipalities, naturalisation, residenceAuthorities} from "./territory.ts";
import {access, closureDurations, closureMedian, closures, referrals, topics} from "./work.ts";

/** Every mart, in the order of the form. What is not declared here is not built. */
export const tables: readonly TableDeclaration[] = [
  caseload,
  caseloadPerResidents,
  sites,
  phases,
  counsellingPlaces,
  counsellingForms,
  interpreting,
  origins,
  originStates,
  originSites,
  residenceStatus,
  ageGender,
  age,
  gender,
  durationOfStay,
  households,
  benefits,
  topics,
  access,
  referrals,
  closures,
  closureDurations,
  closureMedian,
  posts,
  postsByBaustein,
  postsByFunction,
  postsByEmployer,
  vacancies,
  postRegister,
  steering,
  steeringGroups,
  actors,
  targetGroups,
  userParticipation,
  steeringProducts,
  gaps,
  gapsByTopic,
  gapsByKind,
  gapsByLaw,
  gapsBySolver,
  gapsByStatus,
  gapRegister,
  residenceAuthorities,
  naturalisation,
  municipalCoverage,
  municipalities,
  finance,
  costTypes,
  returns,
  returnRegister,
  submissionRegister,
  findingsByRule,
  findingRegister,
];

/** @throws Error `unknown table: NAME` */
export const tableOf = (name: string): TableDeclaration => {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`unknown table: ${name}`);
  return found;
};
