import { sayKroner as kroner } from '../letter/say.ts'
import { factsIn } from './facts.ts'
import type { CitizenWords, SupportNames } from './words.ts'
import { say } from './words.ts'

const { day, moment, weekdays, plural } = factsIn('en')
const places = (count: number) => plural(count, { one: `${count} place`, other: `${count} places` })

const supports: SupportNames = {
  kontingent: 'the membership fee', kit: 'equipment', trip: 'a trip or tournament', camp: 'a camp', transport: 'transport',
  guidance: 'guidance', guideHours: 'a leisure guide', reservedPlace: 'a reserved place', signUpForFamily: 'help with signing up',
}

/** English. */
export const en: CitizenWords = {
  other: 'We cannot do that right now. Call us and we will help.',
  whyNot: {
    'link-used-up': () => 'The link has been used. Your answer is saved. Do you want to change it? Call us.',
    'link-expired': () => 'The link is too old. Call us and we will send a new one.',
    'level-too-low': () => 'Your login is not secure enough for this. Log in with MitID.',
    'too-young-to-log-in': ({ from }) => `You must be ${from} to apply yourself. Ask an adult to log in.`,
    'not-known-here': () => 'We cannot find you here. Call us and we will look into it.',
    'same-id-other-content': () => 'This was sent before with other answers. Reload the page and check your answers.',
    'too-many-tries': () => 'There have been too many tries. Wait a little and try again.',

    'application-not-there': () => 'The application has moved on in the meantime. See what happens now on your own page.',
    'consent-withdrawn': ({ on }) => `You took back your yes on ${day(on)}.`,
    'support-not-offered': ({ kind }) => `We cannot give money for ${supports[kind]} here. Choose something else.`,
    'support-given-twice': ({ kind }) => `You have chosen ${supports[kind]} twice. Remove one.`,
    'amount-needed': ({ kind }) => `Write how much you ask for: ${supports[kind]}.`,
    'above-ceiling': ({ kind, most }) => `We can give at most ${kroner(most)} for ${supports[kind]}. Write a smaller amount.`,
    'no-door-for-this-role': () => 'You cannot apply yourself here. Call us and we will find a way.',
    'too-young-to-apply-alone': ({ from }) => `You must be ${from} to apply yourself. Ask an adult to apply.`,
    'grant-role-not-given': () => 'We cannot see here who may apply. Call us and we will find out.',
    'no-ordning-on-day': ({ next }) => next ? `You cannot apply right now. You can apply from ${day(next)}.` : 'You cannot apply right now. Call us and ask what else we can do.',
    'period-not-given': () => 'We do not know yet how long it lasts. Call us.',
    'period-length-not-offered': ({ offered }) => `Choose one of these lengths: ${offered.join(', ')} ${plural(offered.at(-1) ?? 0, { one: 'month', other: 'months' })}.`,
    'plan-not-running': ({ firstDay, lastDay }) => `You can apply from ${day(firstDay)} to ${day(lastDay)}. Choose a day in between.`,
    'years-used-up': ({ years }) => `The child has had help for ${plural(years, { one: `${years} year`, other: `${years} years` })}. We cannot give more. Call us about saving up.`,
    'already-given-once': ({ on }) => `The child got it on ${day(on)}. You can get it once. Call us if something has changed.`,
    'pool-empty': () => 'There is no more money this year. It is not your fault. Call us about other ways.',
    'waiting-for-pool': () => 'There is no money right now. The application waits. You do not have to do anything.',

    'pass-not-offered': () => 'We do not give a fritidspas here. Call us and we will help in another way.',
    'provider-type-not-accepted': () => 'The pass cannot be used here. Choose another place.',
    'period-over': ({ lastDay }) => `The time is over. It ended on ${day(lastDay)}. You can apply again.`,
    'period-ceiling-reached': ({ ceiling }) => `The child has had all we can give in this period: ${kroner(ceiling)}.`,
    'fritidspas-not-yet-valid': ({ firstDay }) => `The pass is valid from ${day(firstDay)}. Wait until that day.`,
    'fritidspas-over': ({ lastDay }) => `The pass is no longer valid. It ended on ${day(lastDay)}. You can apply again.`,
    'provider-type-not-paid': () => 'The pass cannot pay here. Choose another place, or call us.',
    'kind-not-paid': ({ kind }) => `The pass cannot pay for ${supports[kind]}. Call us if you are in doubt.`,
    'purse-too-small': ({ covered, missing }) => `The pass can pay ${kroner(covered)}. You pay ${kroner(missing)} yourselves.`,
    'hold-not-open': () => 'The money is no longer set aside. Choose the team again.',
    'hold-timed-out': ({ keptUntil }) => `The money was set aside until ${day(keptUntil)}. Choose the team again.`,
    'fee-higher-than-held': ({ fee, held }) => `The team now costs ${kroner(fee)}. ${kroner(held)} is set aside. Say yes or no to the new price.`,

    'forening-not-approved': () => 'The club is not approved yet. Call us and we will ask them.',
    'forening-approval-limited': () => 'The club is approved for some things, but not for this. Choose another team.',
    'forening-declaration-missing': () => 'The club still has to send us a paper. Try again later, or choose another place.',
    'forening-suspended': () => 'The club does not take new children now. Choose another place.',
    'forening-closed': () => 'The club has closed. Choose another place.',
    'provider-type-excluded': () => 'The pass cannot be used here. Choose another place.',
    'too-young-for-place': ({ years, from, on }) => `The team is from age ${from}. The child is ${years} on ${day(on)}. Is that wrong? Call us.`,
    'too-old-for-place': ({ years, to, on }) => `The team is up to and including age ${to}. The child is ${years} on ${day(on)}. Is that wrong? Call us.`,
    'birth-year-outside': ({ birthYear, from, to }) => `The team is for children born from ${from} to ${to}. The child was born in ${birthYear}. Choose another team.`,
    'grade-outside': ({ grade, from, to }) => `The team is for grades ${from} to ${to}. The child is in grade ${grade}. Is that wrong? Call us.`,
    'grade-unknown': ({ from, to }) => `The team is for grades ${from} to ${to}. Write which grade the child is in.`,
    'offer-on-other-days': ({ days }) => `The team meets on ${weekdays(days)}. Choose a team on your days.`,
    'support-need-not-met': () => 'The team does not have the help you need. Call us and we will find another.',
    'offer-without-trial': () => 'You cannot try for free here. Choose another team, or call us.',
    'offer-season-over': ({ lastDay }) => `The team ended on ${day(lastDay)}. Choose another team.`,

    'activity-not-offered': () => 'That activity is not here. Choose another.',
    'activity-cancelled': () => 'The activity is cancelled. Choose another.',
    'signup-not-open-yet': ({ opens }) => `You can sign up from ${moment(opens)}. Come back then.`,
    'signup-closed': ({ closed }) => `You could sign up until ${moment(closed)}. Choose another activity.`,
    'activity-over': ({ lastDay }) => `The last time was on ${day(lastDay)}. Choose something else.`,
    'activity-begun': () => 'It has begun, so the place cannot be given back. Tell us if the child is not coming.',
    'child-limit-reached': ({ limit, next }) => limit === 0
      ? `A child cannot get a place right now. ${next ? `Try again from ${moment(next.from)}.` : 'Call us if something is wrong.'}`
      : `A child can have ${places(limit)} right now. ${next ? `From ${moment(next.from)} you can choose more.` : 'Cancel one if you want to swap.'}`,
    'waiting-limit-reached': ({ limit, next }) => limit === 0
      ? `A child cannot be on a waiting list right now. ${next ? `Try again from ${moment(next.from)}.` : 'Choose something with a free place.'}`
      : `A child can be on ${plural(limit, { one: `${limit} waiting list`, other: `${limit} waiting lists` })} right now. ${next ? `From ${moment(next.from)} you can choose more.` : 'Leave one if you want to swap.'}`,
    'waiting-list-full': () => 'Both the team and the waiting list are full. Choose another team.',
    'clashes-with-place': ({ on }) => `The child has another place at the same time on ${day(on)}. Cancel that one, or choose another day.`,
    'no-time-between-places': ({ on, minutes, needed }) => `There ${plural(minutes, { one: `is only ${minutes} minute`, other: `are only ${minutes} minutes` })} between the two places on ${day(on)}, and the way takes ${needed}. Choose another day, or say that you can make it.`,
    'seat-over': ({ heldUntil }) => `The time to pay ended on ${moment(heldUntil)}. The place has gone to the next. You can join the list again.`,
    'seat-extended-enough': ({ most }) => `You have had more time ${plural(most, { one: `${most} time`, other: `${most} times` })}. Pay now, or call us.`,
    'payment-of-one-program': () => 'You can only pay for places in one holiday programme at a time.',
    'nothing-to-pay': () => 'There is nothing to pay here now.',
    'payment-open-already': () => 'A payment for one of the places is already under way. Finish it, or try again in a while.',
    'group-member-refused': ({ because }) => `You cannot all get a place together. ${say(en.whyNot, because) ?? en.other}`,
    'friend-cannot-come': () => 'One of those you want to go with cannot come along here. Ask each other, choose something else, or take the place alone.',
    'friends-changed': () => 'The group has changed meanwhile, or it belongs to another programme. See under Friends who goes along now.',
    'holiday-price-stands': ({ price }) => `The price in the holiday programme is ${kroner(price)} and cannot be changed. Write that, or call the kommune.`,
    'place-offer-lapsed': ({ deadline }) => `The place was yours until ${moment(deadline)}. It has now gone to the next. You can join the list again.`,
    'signup-move-impossible': () => 'The sign-up has changed in the meantime. Reload the page and see where it stands.',
    'no-free-place': ({ ahead }) => `There is no free place yet. ${ahead === 0 ? 'You are first in line.' : `Ahead of you: ${ahead}.`} We write when there is a place.`,
    'group-needs-more-places': ({ needs, free }) => `You need ${places(needs)}. Free now: ${free}. We write when there are enough.`,
    'line-waits-for-group': ({ needs, free }) => `Those ahead need ${places(needs)}${needs === 1 ? '' : ' together'}. Free now: ${free}. So everyone waits a little.`,
    'waits-child-limit-reached': ({ limit }) => limit === 0
      ? 'A child cannot get a place right now. You stay on the list.'
      : `The child already has as many places as one can get: ${limit}. Cancel one, and it may be your turn.`,
    'waits-activity-cancelled': () => 'The activity is cancelled. There will be no places. Choose another.',
    'program-not-published': () => 'The programme is not ready yet. Come back later.',
    'program-opens-later': ({ opens }) => `It opens on ${moment(opens)}. Come back then.`,
    'wishes-not-open': ({ opens, closes }) => `You can make wishes from ${moment(opens)} until ${moment(closes)}.`,
    'too-many-wishes': ({ most }) => `A child can wish for ${plural(most, { one: `${most} activity`, other: `${most} activities` })}. Take some away.`,
    'wish-not-admitted': ({ because }) => `One of your wishes does not fit. ${say(en.whyNot, because) ?? en.other}`,
    'wishes-changed': () => 'The wishes were changed somewhere else meanwhile. Look at them again, then save.',
    'friends-over': ({ closed }) => `The programme closed on ${moment(closed)}. Groups can no longer be made.`,
    'friend-group-full': ({ most }) => `The group is full. A group can have ${most} children.`,
    'child-has-friends': () => 'The child already goes with another group in the programme. Leave that one first.',
    'program-takes-wishes': ({ until }) => `Places here are drawn by lot.${until ? ` From ${moment(until)} you can take what is left.` : ''}`,
    'program-signup-over': ({ closed }) => `Sign-up closed${closed ? ` on ${moment(closed)}` : ''}. Call us about free places.`,

    'occurrence-not-yet': ({ on }) => `The training is on ${day(on)}. Mark it that day.`,
    'marking-closed': ({ since }) => `The list closed on ${moment(since)}. Call the kommune if something is wrong.`,
    'mark-id-used-otherwise': () => 'This mark was set before with another answer. Reload the list and check.',
    'care-note-over': ({ lastDay }) => `The activity ended on ${day(lastDay)}. There is nothing more to write.`,
    'absence-too-late': ({ on }) => `The day ${day(on)} is over. Call us if something is wrong.`,
    'follow-up-not-asked': () => 'We have not asked yet. You get a message when we do.',
    'follow-up-cancelled': () => 'We no longer ask about this. Thank you for your time.',
    'guide-certificate-lapsed': () => 'The guide cannot come along right now. We will find a way and call you.',
    'escort-permission-missing': () => 'We need a yes from you. The guide may collect the child once you have said yes.',
    'match-not-active': () => 'The guide is no longer with you. Call us if you want a new one.',
    'match-time-over': ({ endedOn }) => `The time with the guide ended on ${day(endedOn)}. Call us if you need more.`,
    'match-move-impossible': () => 'Something has changed with your guide. Reload the page and see where it stands.',
  },
}
