using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HallTaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hall_taps");
        }
    }
}
