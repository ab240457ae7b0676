using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Outreach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "list_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lines = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    added = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "relay_reports",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_reports", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "villagers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_folded = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_code = table.Column<string>(type: "character varying(20)", nullable: false),
                    phone = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    birth_year = table.Column<int>(type: "integer", nullable: true),
                    field_area = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    carrier = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    back = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    has_card = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    has_vneid = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why_not = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    frail = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    left_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_villagers", x => x.id);
                    table.ForeignKey(
                        name: "FK_villagers_list_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "list_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_villagers_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_villagers_places_place_code",
                        column: x => x.place_code,
                        principalTable: "places",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relay_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    villager_id = table.Column<long>(type: "bigint", nullable: false),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    again_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    told_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_tasks", x => x.id);
                    table.ForeignKey(
                        name: "FK_relay_tasks_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_relay_tasks_villagers_villager_id",
                        column: x => x.villager_id,
                        principalTable: "villagers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_relay_tasks_open",
                table: "relay_tasks",
                column: "assigned_to",
                filter: "state IN ('Open', 'NotMet', 'CallAgain')");

            migrationBuilder.CreateIndex(
                name: "IX_relay_tasks_villager_id",
                table: "relay_tasks",
                column: "villager_id");

            migrationBuilder.CreateIndex(
                name: "ux_relay_tasks",
                table: "relay_tasks",
                columns: new[] { "session_id", "villager_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_villagers_import_id",
                table: "villagers",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_villagers_village",
                table: "villagers",
                columns: new[] { "place_code", "name_folded" });

            migrationBuilder.CreateIndex(
                name: "ux_villagers_person",
                table: "villagers",
                column: "person_id",
                unique: true,
                filter: "person_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "relay_reports");

            migrationBuilder.DropTable(
                name: "relay_tasks");

            migrationBuilder.DropTable(
                name: "villagers");

            migrationBuilder.DropTable(
                name: "list_imports");
        }
    }
}
