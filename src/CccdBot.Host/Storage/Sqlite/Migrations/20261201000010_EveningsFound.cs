using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EveningsFound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reservations_session",
                table: "reservations");

            migrationBuilder.CreateIndex(
                name: "ix_reservations_session",
                table: "reservations",
                column: "session_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
