using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HallListsAndNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reservations_session",
                table: "reservations");

            migrationBuilder.CreateTable(
                name: "audit_told",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_told", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_links",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_links", x => x.staff_id);
                    table.ForeignKey(
                        name: "FK_calendar_links_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closed_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    set_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "hall_taps",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_taps", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "list_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_checks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_ours = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    villages = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    booked = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    has_button = table.Column<bool>(type: "INTEGER", nullable: false),
                    send_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    stopped_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.id);
                    table.CheckConstraint("ck_notices_second_person", "approved_by IS NULL OR approved_by <> author_id OR is_urgent");
                });

            migrationBuilder.CreateTable(
                name: "relay_reports",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_reports", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "session_kits",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_kits", x => new { x.session_id, x.kit });
                    table.ForeignKey(
                        name: "FK_session_kits_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_officers",
                columns: table => new
                {
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_officers", x => new { x.session_id, x.staff_id });
                    table.ForeignKey(
                        name: "FK_session_officers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_session_officers_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "villagers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_folded = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place_code = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    field_area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    back = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    has_card = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    has_vneid = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    why_not = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    frail = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "notice_receipts",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    message_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_receipts", x => new { x.notice_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_notice_receipts_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_notice_receipts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relay_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    villager_id = table.Column<long>(type: "INTEGER", nullable: false),
                    assigned_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    again_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    told_by = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "ix_reservations_session",
                table: "reservations",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_links_hash",
                table: "calendar_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_checks_at",
                table: "notice_checks",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipts_next",
                table: "notice_receipts",
                columns: new[] { "notice_id", "state", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_receipts_person_id",
                table: "notice_receipts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_notices_code",
                table: "notices",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_open",
                table: "notices",
                column: "state",
                filter: "ended_at IS NULL");

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
                name: "IX_session_officers_staff_id",
                table: "session_officers",
                column: "staff_id");

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
                name: "audit_told");

            migrationBuilder.DropTable(
                name: "calendar_links");

            migrationBuilder.DropTable(
                name: "closed_days");

            migrationBuilder.DropTable(
                name: "hall_taps");

            migrationBuilder.DropTable(
                name: "notice_checks");

            migrationBuilder.DropTable(
                name: "notice_receipts");

            migrationBuilder.DropTable(
                name: "relay_reports");

            migrationBuilder.DropTable(
                name: "relay_tasks");

            migrationBuilder.DropTable(
                name: "session_kits");

            migrationBuilder.DropTable(
                name: "session_officers");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "villagers");

            migrationBuilder.DropTable(
                name: "list_imports");

            migrationBuilder.DropIndex(
                name: "ix_reservations_session",
                table: "reservations");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_session",
                table: "reservations",
                column: "session_id",
                filter: "state IN ('Held', 'Kept', 'Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')");
        }
    }
}
