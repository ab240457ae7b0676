using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AudiencesAndNoticeErrands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts");

            migrationBuilder.AddColumn<string>(
                name: "household",
                table: "villagers",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "villager_id",
                table: "relay_tasks",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AlterColumn<long>(
                name: "session_id",
                table: "relay_tasks",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<long>(
                name: "notice_id",
                table: "relay_tasks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "relay_tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "reminded_at",
                table: "relay_tasks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "age",
                table: "notices",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Any");

            migrationBuilder.AddColumn<string>(
                name: "first",
                table: "notices",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Any");

            migrationBuilder.AddColumn<string>(
                name: "goal",
                table: "notices",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Any");

            migrationBuilder.AddColumn<long>(
                name: "session_id",
                table: "notices",
                type: "bigint",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "person_id",
                table: "notice_receipts",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<long>(
                name: "errand_id",
                table: "notice_receipts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "villager_id",
                table: "notice_receipts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts",
                columns: new[] { "notice_id", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_relay_tasks_person_id",
                table: "relay_tasks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_relay_tasks_notice",
                table: "relay_tasks",
                columns: new[] { "notice_id", "villager_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_relay_tasks_notice_person",
                table: "relay_tasks",
                columns: new[] { "notice_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_relay_tasks_person",
                table: "relay_tasks",
                columns: new[] { "session_id", "person_id" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_relay_tasks_about",
                table: "relay_tasks",
                sql: "session_id IS NOT NULL OR notice_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_relay_tasks_whom",
                table: "relay_tasks",
                sql: "(villager_id IS NULL) <> (person_id IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_notices_session_id",
                table: "notices",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipts_errand",
                table: "notice_receipts",
                column: "errand_id",
                filter: "errand_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipts_unreached",
                table: "notice_receipts",
                column: "notice_id",
                filter: "errand_id IS NULL AND state IN ('Blocked', 'NoChannel', 'Unknown')");

            migrationBuilder.CreateIndex(
                name: "IX_notice_receipts_villager_id",
                table: "notice_receipts",
                column: "villager_id");

            migrationBuilder.CreateIndex(
                name: "ux_notice_receipts_person",
                table: "notice_receipts",
                columns: new[] { "notice_id", "person_id" },
                unique: true,
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_notice_receipts_villager",
                table: "notice_receipts",
                columns: new[] { "notice_id", "villager_id" },
                unique: true,
                filter: "villager_id IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_notice_receipts_relay_tasks_errand_id",
                table: "notice_receipts",
                column: "errand_id",
                principalTable: "relay_tasks",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_notice_receipts_villagers_villager_id",
                table: "notice_receipts",
                column: "villager_id",
                principalTable: "villagers",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_notices_sessions_session_id",
                table: "notices",
                column: "session_id",
                principalTable: "sessions",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_relay_tasks_notices_notice_id",
                table: "relay_tasks",
                column: "notice_id",
                principalTable: "notices",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_relay_tasks_people_person_id",
                table: "relay_tasks",
                column: "person_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_notice_receipts_relay_tasks_errand_id",
                table: "notice_receipts");

            migrationBuilder.DropForeignKey(
                name: "FK_notice_receipts_villagers_villager_id",
                table: "notice_receipts");

            migrationBuilder.DropForeignKey(
                name: "FK_notices_sessions_session_id",
                table: "notices");

            migrationBuilder.DropForeignKey(
                name: "FK_relay_tasks_notices_notice_id",
                table: "relay_tasks");

            migrationBuilder.DropForeignKey(
                name: "FK_relay_tasks_people_person_id",
                table: "relay_tasks");

            migrationBuilder.DropIndex(
                name: "IX_relay_tasks_person_id",
                table: "relay_tasks");

            migrationBuilder.DropIndex(
                name: "ux_relay_tasks_notice",
                table: "relay_tasks");

            migrationBuilder.DropIndex(
                name: "ux_relay_tasks_notice_person",
                table: "relay_tasks");

            migrationBuilder.DropIndex(
                name: "ux_relay_tasks_person",
                table: "relay_tasks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_relay_tasks_about",
                table: "relay_tasks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_relay_tasks_whom",
                table: "relay_tasks");

            migrationBuilder.DropIndex(
                name: "IX_notices_session_id",
                table: "notices");

            migrationBuilder.DropPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts");

            migrationBuilder.DropIndex(
                name: "ix_notice_receipts_errand",
                table: "notice_receipts");

            migrationBuilder.DropIndex(
                name: "ix_notice_receipts_unreached",
                table: "notice_receipts");

            migrationBuilder.DropIndex(
                name: "IX_notice_receipts_villager_id",
                table: "notice_receipts");

            migrationBuilder.DropIndex(
                name: "ux_notice_receipts_person",
                table: "notice_receipts");

            migrationBuilder.DropIndex(
                name: "ux_notice_receipts_villager",
                table: "notice_receipts");

            migrationBuilder.DropColumn(
                name: "household",
                table: "villagers");

            migrationBuilder.DropColumn(
                name: "notice_id",
                table: "relay_tasks");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "relay_tasks");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "relay_tasks");

            migrationBuilder.DropColumn(
                name: "age",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "first",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "goal",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "session_id",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "errand_id",
                table: "notice_receipts");

            migrationBuilder.DropColumn(
                name: "villager_id",
                table: "notice_receipts");

            migrationBuilder.AlterColumn<long>(
                name: "villager_id",
                table: "relay_tasks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "session_id",
                table: "relay_tasks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "person_id",
                table: "notice_receipts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts",
                columns: new[] { "notice_id", "person_id" });
        }
    }
}
