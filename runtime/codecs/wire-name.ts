/** What a leading byte announces, in words. */
export function wireName(lead: number | undefined): string {
  if (lead === undefined) return 'the end of the input';
  if (lead < 0x80 || lead >= 0xe0 || (lead >= 0xcc && lead < 0xd4)) return 'an integer';
  if (lead < 0x90 || lead >= 0xde) return 'a map';
  if (lead < 0xa0 || lead >= 0xdc) return 'an array';
  if (lead < 0xc0 || lead >= 0xd9) return 'a string';
  if (lead === 0xc0) return 'nil';
  if (lead === 0xc1) return 'an invalid byte';
  if (lead < 0xc4) return 'a boolean';
  if (lead < 0xc7) return 'binary data';
  return lead === 0xca || lead === 0xcb ? 'a float' : 'an extension';
}
