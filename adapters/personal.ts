/**
 * What a key of the wire tells of a person. `name`: a surname or a given name; `full_name`: surname, name, patronymic in one; `number`:
 * a person number; `document`: what numbers a paper, a record or a case; `text`: free text in which anybody may be named; `file`:
 * base64. `plain`: read beside the records and told of nobody (pages, codes, what a list announces); the keys of `wire` are plain as well.
 */
export type PersonalKind = 'name' | 'patronymic' | 'full_name' | 'birth_date' | 'number' | 'document' | 'text' | 'file' | 'plain'

/**
 * Keys by what they tell, each as the end of its path (`holder.name`). Recordings keep what is plain, put pseudonyms in place of what is
 * personal, and make every other value unreadable: a key that is not named here costs a recording its value, never a person his name.
 */
export type Personal = Readonly<Partial<Record<PersonalKind, readonly string[]>>>
