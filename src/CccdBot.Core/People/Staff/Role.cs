namespace CccdBot.Core.People.Staff;

/// <summary>What someone does for the commune, and so what they may see and do here.</summary>
public enum Role
{
    /// <summary>Trưởng công an xã: everything, and who else comes in.</summary>
    Chief,

    /// <summary>An officer of the commune police: the desk and the evenings.</summary>
    Officer,

    /// <summary>A member of the youth union, for certain villages.</summary>
    Volunteer,

    /// <summary>A leader of the commune: numbers, never names.</summary>
    Leader,
}

/// <summary>What a role is called.</summary>
public static class RoleWords
{
    public static string Words(this Role role) => role switch
    {
        Role.Chief => "trưởng công an xã",
        Role.Officer => "cán bộ công an xã",
        Role.Volunteer => "đoàn viên giúp bà con",
        _ => "lãnh đạo xã",
    };
}
