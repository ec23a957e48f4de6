import type { LinkWords } from './words.ts'

/** English. */
export const en: LinkWords = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  frame: {
    skip: 'Skip to content', language: 'Language', loading: 'Loading the page', callUs: 'Call us', retry: 'Try again',
    foot: (phone, hours) => <>Call {phone}. We are here {hours}.</>,
  },
  silence: { title: 'No connection', text: 'We cannot reach the kommune’s page right now.' },
  dead: { title: 'The link no longer works', text: 'It may have been used, or it is too old. Use the newest link you were sent, or call the kommune.' },
  problem: {
    usedUp: 'This has been answered already. Call the kommune if the answer must be changed.',
    notSent: 'There is no connection right now. Nothing has been sent. Try again in a moment.',
    badField: 'One of the fields cannot be read. Look through them and try again.',
    conflict: 'Someone else answered at the same time. Load the page again to see what it says now.',
    broke: 'Something broke on our side. Try again in a moment.',
    incident: (number) => `If it happens again, tell us number ${number}.`,
    notLoaded: 'The page could not be loaded',
  },
  answer: {
    title: 'Answer about a child', titleAfter: 'Your answer', mayBegin: (name) => <>Can {name} start with you?</>, at: (offer, forening) => <>{offer} at {forening}</>,
    time: 'Time', place: 'Where', price: 'Price', free: 'Free', wholePeriod: 'for the whole period',
    asked: 'You have asked something, and the kommune will call. You can still answer yes or no here.',
    yes: 'Yes, there is a place', no: 'No, the team is full', ask: 'We want to ask something', gets: (name) => <>{name} gets the place</>, full: 'The team is full', whatToAsk: 'What do you want to ask?',
    fullMeans: 'The place goes to the next child, and the kommune finds something else for this one.', sendFull: 'Send: the team is full', back: 'Back to the three answers',
    question: 'Your question', questionHint: 'The kommune’s leisure guide (fritidsvejleder) answers. Do not write about the child’s health.', questionMissing: 'Write what you want to know', sendQuestion: 'Send the question',
    fee: 'Fee for the whole period, in kroner', feeHigher: (agreed) => `That is more than the ${agreed} the family said yes to. We ask the family before the place is certain.`,
    feeSame: 'What everyone else on the team pays.', feeMissing: 'Write an amount, for example 850', from: 'The period starts', to: 'The period ends',
    noSuchDay: 'Write a day that exists', endsFirst: 'The period ends before it starts', day: 'Day', month: 'Month', year: 'Year', confirm: 'Confirm the place',
  },
  answered: {
    got: (name) => <>{name} has got the place</>, asksFamily: (name) => <>We are asking the family about {name}</>, full: 'You answered that the team is full', sent: 'The question has been sent', nothing: 'There is nothing to answer',
    tellCoach: (name) => <>Tell the team’s coach that {name} is coming. The money comes when the kommune has paid it out.</>,
    higher: 'The price is higher than the one the family said yes to. We ask the family first. The place is theirs in the meantime.',
    thanks: 'Thank you for answering. The kommune finds something else for the child.', callsYou: 'The kommune’s leisure guide calls you. You can answer yes or no on the same link.',
    over: 'The family has found something else, or the deadline has passed. You do not need to do anything.', fee: 'Fee', period: 'Period',
    on: (day) => `Answered ${day}.`, wrong: 'If something is wrong, call the kommune. The answer cannot be changed here.',
  },
  team: {
    title: 'Today’s team', set: (set, all) => `${set} of ${all} are marked.`, notSet: (count) => `${count} to go.`, noNet: 'No network right now.',
    kept: (count) => (count === 1 ? '1 mark is kept on the phone. It is sent when there is a network.' : `${count} marks are kept on the phone. They are sent when there is a network.`),
    lastSeen: 'This is the list as it was last seen. You can still make marks.', closed: 'The list is closed. Call the kommune if something must be changed.',
    present: 'Came', absent: 'Did not come', unset: 'Not marked', undo: 'Undo', isPresent: (name) => <>{name} came</>, isAbsent: (name) => <>{name} did not come</>,
    finish: 'Done for today', thanks: 'Thank you.', total: (present, absent, unset) => `${present} came, ${absent} did not come${unset > 0 ? `, ${unset} not marked` : ''}.`,
    sent: 'It has been sent.', sentLater: 'It is sent when there is a network.', until: (day) => `You can change marks until ${day} at 12:00.`,
    notBegun: 'The team has not started yet', notSent: 'The list comes the day before', nobody: 'There are no children on the list right now', next: (day) => `Next time is ${day}.`,
  },
  day: {
    children: (count) => (count === 1 ? '1 child' : `${count} children`), away: (count) => (count === 1 ? '1 has said they are not coming.' : `${count} have said they are not coming.`), ahead: (day) => `This list is for ${day}. You can mark on the day.`, choose: 'Choose a day', saidAbsent: 'The family has said: not coming', place: 'Place',
    allergies: 'Allergy', medicine: 'Medicine', fetchedBy: 'May be fetched by', phone: 'Call', call: (number) => `Call ${number}`, photo: 'Photos', photoYes: 'Photos are fine', photoNo: 'No photos', other: 'Phone and fetching',
    careFrom: (day) => `Allergies, medicine and phone can be seen from ${day}.`, careOver: 'Allergies, medicine and phone can no longer be seen.', notKept: 'Allergies and phone numbers are not kept on the phone. Bring the paper list where there is no network.', print: 'Print the list', name: 'Name', nothing: 'Nothing', shred: (day) => `This list holds facts about children’s health. Shred it by ${day}.`, shredded: 'Shredded on', unsaid: 'The family has not written anything',
  },
  neverCame: {
    title: 'Is there a child who never came?', means: 'Then the place becomes free, and the kommune calls the family.', child: 'The child', choose: 'Choose a child', missing: 'Choose the child', send: 'Report that the child never came',
    off: (name) => <>{name} has been taken off the list.</>,
    money: {
      'not-owed': (amount) => `The fee of ${amount} will not be paid out.`, 'asked-back': (amount) => `The kommune will write to you about the ${amount} that was paid.`,
      'fee-stands': 'You keep the fee.', waits: 'A payment is on its way. The kommune will get back to you about it.',
    },
  },
}
