using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Lives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reservations_held",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ux_reservations_person_session",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ux_reservations_seat",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "IX_reminders_reservation_id_kind",
                table: "reminders");

            migrationBuilder.AddColumn<bool>(
                name: "is_shut",
                table: "slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "kept_for_village",
                table: "slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "slots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes_taken",
                table: "slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by",
                table: "sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "sessions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Proposed");

            migrationBuilder.AddColumn<int>(
                name: "stations",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "why",
                table: "sessions",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "activated_at",
                table: "reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "card_ready_at",
                table: "reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "reservations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<DateOnly>(
                name: "recheck_on",
                table: "reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "reservations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "service",
                table: "reservations",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Card");

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "reminders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "home_place",
                table: "people",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "call_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_tasks", x => x.id);
                    table.ForeignKey(
                        name: "FK_call_tasks_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_call_tasks_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "displaced_bookings",
                columns: table => new
                {
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kept_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_displaced_bookings", x => x.reservation_id);
                    table.ForeignKey(
                        name: "FK_displaced_bookings_reservations_kept_id",
                        column: x => x.kept_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_displaced_bookings_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_displaced_bookings_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reservation_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    hand = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reservation_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_reservation_steps_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_slots_minutes",
                table: "slots",
                sql: "minutes_taken >= 0 AND (minutes IS NULL OR minutes_taken <= minutes)");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_been",
                table: "reservations",
                column: "ended_at",
                filter: "state IN ('Served', 'Missed')");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_given_back",
                table: "reservations",
                columns: new[] { "slot_id", "ended_at" },
                filter: "state IN ('Cancelled', 'Moved')");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_held",
                table: "reservations",
                column: "held_until",
                filter: "state IN ('Held', 'Kept')");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_recheck",
                table: "reservations",
                column: "recheck_on",
                filter: "recheck_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_session",
                table: "reservations",
                column: "session_id",
                filter: "state IN ('Held', 'Kept', 'Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')");

            migrationBuilder.CreateIndex(
                name: "ux_reservations_person_session",
                table: "reservations",
                columns: new[] { "person_id", "session_id" },
                unique: true,
                filter: "state IN ('Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')");

            migrationBuilder.CreateIndex(
                name: "ux_reservations_seat",
                table: "reservations",
                columns: new[] { "slot_id", "seat" },
                unique: true,
                filter: "state IN ('Held', 'Kept', 'Booked', 'Confirmed', 'CheckedIn', 'Served', 'Missed')");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reservation_id_kind_round",
                table: "reminders",
                columns: new[] { "reservation_id", "kind", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_call_tasks_person_id",
                table: "call_tasks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_call_tasks_open",
                table: "call_tasks",
                columns: new[] { "reservation_id", "reason" },
                unique: true,
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_displaced_asked",
                table: "displaced_bookings",
                column: "outcome",
                filter: "outcome = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "IX_displaced_bookings_kept_id",
                table: "displaced_bookings",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "IX_displaced_bookings_session_id",
                table: "displaced_bookings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_reservation_steps_reservation_id",
                table: "reservation_steps",
                column: "reservation_id");

            migrationBuilder.Sql("UPDATE slots SET minutes_taken = 15 * taken");
            migrationBuilder.Sql("CREATE TRIGGER reservation_steps_stay BEFORE UPDATE ON reservation_steps BEGIN SELECT RAISE(ABORT, 'reservation_steps is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER reservation_steps_remain BEFORE DELETE ON reservation_steps BEGIN SELECT RAISE(ABORT, 'reservation_steps is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "call_tasks");

            migrationBuilder.DropTable(
                name: "displaced_bookings");

            migrationBuilder.DropTable(
                name: "reservation_steps");

            migrationBuilder.DropCheckConstraint(
                name: "ck_slots_minutes",
                table: "slots");

            migrationBuilder.DropIndex(
                name: "ix_reservations_been",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ix_reservations_given_back",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ix_reservations_held",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ix_reservations_recheck",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ix_reservations_session",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ux_reservations_person_session",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ux_reservations_seat",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "IX_reminders_reservation_id_kind_round",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "is_shut",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "kept_for_village",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "minutes_taken",
                table: "slots");

            migrationBuilder.DropColumn(
                name: "changed_by",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "state",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "stations",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "why",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "activated_at",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "card_ready_at",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "recheck_on",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "round",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "service",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "round",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "home_place",
                table: "people");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_held",
                table: "reservations",
                column: "held_until",
                filter: "state = 'Held'");

            migrationBuilder.CreateIndex(
                name: "ux_reservations_person_session",
                table: "reservations",
                columns: new[] { "person_id", "session_id" },
                unique: true,
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "ux_reservations_seat",
                table: "reservations",
                columns: new[] { "slot_id", "seat" },
                unique: true,
                filter: "state IN ('Held', 'Booked')");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reservation_id_kind",
                table: "reminders",
                columns: new[] { "reservation_id", "kind" },
                unique: true);
        }
    }
}
