using CccdBot.Core.Channels;

namespace CccdBot.Core.Outreach;

/// <summary>The address of a staff page as it can be opened from a chat; it opens for who is at the desk only. Null where this chat cannot open our pages.</summary>
public delegate string? StaffPages(string path, ChannelAddress chat);
