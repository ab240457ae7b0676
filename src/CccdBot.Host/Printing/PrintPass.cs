using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Host.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace CccdBot.Host.Printing;

/// <summary>The secret in the address of someone's printed page: sealed with the service's keys, so that every node can read it and nobody else.</summary>
internal sealed class PrintPass(IDataProtectionProvider keys, ServiceSettings settings)
{
    private const int IdBytes = 16;

    /// <summary>Bookings open fourteen days ahead; a page printed early is still good on its evening.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private readonly IDataProtector _seal = keys.CreateProtector("printed bookings");

    /// <summary>The address of the page; null where this chat cannot open our pages.</summary>
    public string? LinkFor(PersonId person, ChannelAddress chat, DateTime now) => settings.LinkFrom(chat, PathOf(Write(person, now + Lasts)));

    public static string PathOf(string pass) => $"/lich/{pass}";

    /// <summary>Whose page it opens; null when it was not made by us, was changed, or its time is over.</summary>
    public PersonId? Read(string pass, DateTime now)
    {
        if (!Base64Url.IsValid(pass))
        {
            return null;
        }

        try
        {
            var opened = _seal.Unprotect(Base64Url.DecodeFromChars(pass));
            var until = new DateTime(BinaryPrimitives.ReadInt64BigEndian(opened.AsSpan(IdBytes)), DateTimeKind.Utc);
            return now < until ? new PersonId(new Guid(opened.AsSpan(0, IdBytes))) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Write(PersonId person, DateTime until)
    {
        var plain = new byte[IdBytes + sizeof(long)];
        person.Value.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(IdBytes), until.Ticks);
        return Base64Url.EncodeToString(_seal.Protect(plain));
    }
}
