using System.Numerics;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>What the shipped book has learned, kept beside the program: only the first start of a build learns it.</summary>
internal static class KeptKnowledge
{
    private static readonly string Place = Path.Combine(AppContext.BaseDirectory, "CccdBot.Core.learned");

    /// <summary>Another build has other phrasings; another runtime, or a machine with other vectors, may lay its rows out otherwise.</summary>
    private static string Mark => $"{typeof(KeptKnowledge).Module.ModuleVersionId:N} {Environment.Version} {Vector<float>.Count}";

    /// <summary>Null where nothing is kept, or something else.</summary>
    public static Knowledge? Read()
    {
        try
        {
            using var from = new BinaryReader(File.OpenRead(Place));
            if (from.ReadString() != Mark)
            {
                return null;
            }

            var knowledge = Knowledge.Read(from);
            return from.ReadString() == Mark ? knowledge : null;
        }
        catch (Exception unreadable) when (unreadable
            is IOException or UnauthorizedAccessException or FormatException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            // A disk that has eaten a part of it: it is learned again.
            return null;
        }
    }

    /// <summary>Where the program's folder may not be written, every start learns.</summary>
    public static void Write(Knowledge knowledge)
    {
        try
        {
            var half = $"{Place}.half";
            using (var to = new BinaryWriter(new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None)))
            {
                to.Write(Mark);
                knowledge.Write(to);
                to.Write(Mark);
            }

            File.Move(half, Place, overwrite: true);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Another process is writing it, or nobody may.
        }
    }
}
