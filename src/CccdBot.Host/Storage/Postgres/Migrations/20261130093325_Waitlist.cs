using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Waitlist : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "waiting_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    slot_id = table.Column<long>(type: "bigint", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    joined_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_waiting_entries_people_for_id",
                        column: x => x.for_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waiting_entries_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waiting_entries_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waiting_entries_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waiting_entries_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hand = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_waiting_steps_waiting_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "waiting_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_entries_slot_id",
                table: "waiting_entries",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_line",
                table: "waiting_entries",
                column: "session_id",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_offered",
                table: "waiting_entries",
                column: "state",
                filter: "state = 'Offered'");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_person",
                table: "waiting_entries",
                column: "person_id",
                filter: "state IN ('Waiting', 'Offered')");

            migrationBuilder.CreateIndex(
                name: "ux_waiting_person_session",
                table: "waiting_entries",
                columns: new[] { "for_id", "session_id" },
                unique: true,
                filter: "state IN ('Waiting', 'Offered')");

            migrationBuilder.CreateIndex(
                name: "ux_waiting_reservation",
                table: "waiting_entries",
                column: "reservation_id",
                unique: true,
                filter: "reservation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_steps_entry_id",
                table: "waiting_steps",
                column: "entry_id");

            // What happened in the waiting line is written once: nobody rewrites why a seat went to whom.
            migrationBuilder.Sql("CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'waiting_steps is append only'; END $$");
            migrationBuilder.Sql("CREATE TRIGGER waiting_steps_stay BEFORE UPDATE OR DELETE ON waiting_steps FOR EACH ROW EXECUTE FUNCTION append_only()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER waiting_steps_stay ON waiting_steps");
            migrationBuilder.Sql("DROP FUNCTION append_only");

            migrationBuilder.DropTable(
                name: "waiting_steps");

            migrationBuilder.DropTable(
                name: "waiting_entries");
        }
    }
}
