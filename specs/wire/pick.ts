/** The named members of an object, those that it lacks left out: an absent member stays absent. */
export function pick<Whole extends object, Member extends keyof Whole>(
	whole: Whole,
	...members: readonly Member[]
): Pick<Whole, Member> {
	const picked: Partial<Pick<Whole, Member>> = {};
	for (const member of members) {
		if (whole[member] !== undefined) picked[member] = whole[member];
	}
	// Only members of `whole` are copied, and one that is left out was optional there.
	return picked as Pick<Whole, Member>;
}
