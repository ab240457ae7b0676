using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Queue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "arrivals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    goes_first = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    passes = table.Column<int>(type: "INTEGER", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    called_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    called_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_key = table.Column<Guid>(type: "TEXT", nullable: true),
                    call_key = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arrivals", x => x.id);
                    table.CheckConstraint("ck_arrivals_name", "reservation_id IS NULL OR name IS NULL");
                    table.ForeignKey(
                        name: "FK_arrivals_reservations_reservation_id",
                        column: x => x.reservation_id,
                        principalTable: "reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_arrivals_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hall_deeds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    arrival_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_back_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_deeds", x => x.id);
                    table.ForeignKey(
                        name: "FK_hall_deeds_arrivals_arrival_id",
                        column: x => x.arrival_id,
                        principalTable: "arrivals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_arrivals_call",
                table: "arrivals",
                columns: new[] { "session_id", "call_key" },
                unique: true,
                filter: "call_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_arrivals_entry",
                table: "arrivals",
                columns: new[] { "session_id", "entry_key" },
                unique: true,
                filter: "entry_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_arrivals_number",
                table: "arrivals",
                columns: new[] { "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_arrivals_reservation",
                table: "arrivals",
                column: "reservation_id",
                unique: true,
                filter: "reservation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_hall_deeds",
                table: "hall_deeds",
                columns: new[] { "arrival_id", "kind" },
                unique: true,
                filter: "taken_back_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hall_deeds");

            migrationBuilder.DropTable(
                name: "arrivals");
        }
    }
}
