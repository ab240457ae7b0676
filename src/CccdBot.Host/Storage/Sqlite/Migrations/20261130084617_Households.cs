using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Households : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "party_id",
                table: "reservations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "keeper_id",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_reservations_party",
                table: "reservations",
                column: "party_id",
                filter: "party_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_people_keeper",
                table: "people",
                column: "keeper_id",
                filter: "keeper_id IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_people_people_keeper_id",
                table: "people",
                column: "keeper_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_people_people_keeper_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_reservations_party",
                table: "reservations");

            migrationBuilder.DropIndex(
                name: "ix_people_keeper",
                table: "people");

            migrationBuilder.DropColumn(
                name: "party_id",
                table: "reservations");

            migrationBuilder.DropColumn(
                name: "keeper_id",
                table: "people");
        }
    }
}
