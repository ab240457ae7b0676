using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RoundsCountUntil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "at",
                table: "send_rounds",
                newName: "counts_until");

            migrationBuilder.RenameIndex(
                name: "IX_send_rounds_channel_at",
                table: "send_rounds",
                newName: "IX_send_rounds_channel_counts_until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "counts_until",
                table: "send_rounds",
                newName: "at");

            migrationBuilder.RenameIndex(
                name: "IX_send_rounds_channel_counts_until",
                table: "send_rounds",
                newName: "IX_send_rounds_channel_at");
        }
    }
}
