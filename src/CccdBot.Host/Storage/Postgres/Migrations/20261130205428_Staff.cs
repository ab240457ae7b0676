using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Staff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ended_at",
                table: "staff_members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "staff_members",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Chief");

            migrationBuilder.AddColumn<string>(
                name: "village_codes",
                table: "staff_members",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "asked",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "audit_end",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_end", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    about = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "door_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_door_calls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shifts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shifts", x => x.id);
                    table.ForeignKey(
                        name: "FK_shifts_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_invites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    village_codes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    end = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_invites", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_door_calls_hash",
                table: "door_calls",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shifts_hash",
                table: "shifts",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shifts_staff_id",
                table: "shifts",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_staff_invites_hash",
                table: "staff_invites",
                column: "hash",
                unique: true);
            migrationBuilder.Sql("CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION append_only()");
            migrationBuilder.Sql("CREATE TRIGGER audit_end_goes_on BEFORE UPDATE ON audit_end FOR EACH ROW WHEN (NEW.number <> OLD.number + 1) EXECUTE FUNCTION append_only()");
            migrationBuilder.Sql("CREATE TRIGGER audit_end_remains BEFORE DELETE ON audit_end FOR EACH ROW EXECUTE FUNCTION append_only()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_end");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_keys");

            migrationBuilder.DropTable(
                name: "door_calls");

            migrationBuilder.DropTable(
                name: "shifts");

            migrationBuilder.DropTable(
                name: "staff_invites");

            migrationBuilder.DropColumn(
                name: "asked",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "staff_members");

            migrationBuilder.DropColumn(
                name: "role",
                table: "staff_members");

            migrationBuilder.DropColumn(
                name: "village_codes",
                table: "staff_members");
        }
    }
}
