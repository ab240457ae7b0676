using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Handover : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_help_requests_open",
                table: "help_requests");

            migrationBuilder.RenameColumn(
                name: "answered_at",
                table: "help_requests",
                newName: "ended_at");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "staff_members",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "acknowledged_at",
                table: "help_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "taken_by",
                table: "help_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "held_until",
                table: "help_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "held_until",
                table: "dialogues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "misses",
                table: "dialogues",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "silent_until",
                table: "dialogues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "chat_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_chats",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answering = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_chats", x => new { x.channel, x.address });
                    table.ForeignKey(
                        name: "FK_staff_chats_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "taught_phrasings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    folded = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    taught_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    taught_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taught_phrasings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unanswered_questions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    guesses = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taught_as = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unanswered_questions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_chat",
                table: "help_requests",
                columns: new[] { "channel", "address" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_open",
                table: "help_requests",
                column: "asked_at",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_chat_codes_hash",
                table: "chat_codes",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_chats_staff_id",
                table: "staff_chats",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_taught_phrasings_folded",
                table: "taught_phrasings",
                column: "folded",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unanswered_open",
                table: "unanswered_questions",
                column: "asked_at",
                filter: "taught_as IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_unanswered_person",
                table: "unanswered_questions",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chat_codes");

            migrationBuilder.DropTable(
                name: "staff_chats");

            migrationBuilder.DropTable(
                name: "taught_phrasings");

            migrationBuilder.DropTable(
                name: "unanswered_questions");

            migrationBuilder.DropIndex(
                name: "ix_help_requests_chat",
                table: "help_requests");

            migrationBuilder.DropIndex(
                name: "ix_help_requests_open",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "name",
                table: "staff_members");

            migrationBuilder.DropColumn(
                name: "acknowledged_at",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "taken_by",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "held_until",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "held_until",
                table: "dialogues");

            migrationBuilder.DropColumn(
                name: "misses",
                table: "dialogues");

            migrationBuilder.DropColumn(
                name: "silent_until",
                table: "dialogues");

            migrationBuilder.RenameColumn(
                name: "ended_at",
                table: "help_requests",
                newName: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_open",
                table: "help_requests",
                column: "asked_at",
                filter: "answered_at IS NULL");
        }
    }
}
