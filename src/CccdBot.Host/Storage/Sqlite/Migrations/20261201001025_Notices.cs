using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_checks");

            migrationBuilder.DropTable(
                name: "notice_receipts");

            migrationBuilder.DropTable(
                name: "notices");
        }
    }
}
