using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HeardAndCalledOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts");

            migrationBuilder.RenameColumn(
                name: "at",
                table: "send_rounds",
                newName: "counts_until");

            migrationBuilder.RenameIndex(
                name: "IX_send_rounds_channel_at",
                table: "send_rounds",
                newName: "IX_send_rounds_channel_counts_until");

            migrationBuilder.AddColumn<string>(
                name: "service",
                table: "waiting_entries",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "household",
                table: "villagers",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "services",
                table: "sessions",
                type: "text",
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.AddColumn<DateTime>(
                name: "stopped_notices_at",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "encloses",
                table: "outgoing_messages",
                type: "character varying(50)",
                maxLength: 50,
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

            migrationBuilder.AddColumn<Guid>(
                name: "picture_id",
                table: "notices",
                type: "uuid",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "recording",
                table: "incoming_messages",
                type: "character varying(210)",
                maxLength: 210,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "encloses",
                table: "chat_lines",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_notice_receipts",
                table: "notice_receipts",
                columns: new[] { "notice_id", "place" });

            migrationBuilder.CreateTable(
                name: "enclosures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enclosures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "loudspeaker_plays",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    place_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    played_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    played_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_loudspeaker_plays", x => x.id);
                    table.ForeignKey(
                        name: "FK_loudspeaker_plays_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clips",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    tongue = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    enclosure_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clips", x => x.id);
                    table.CheckConstraint("ck_clips_second_person", "decided_by IS NULL OR state <> 'Approved' OR decided_by <> recorded_by");
                    table.ForeignKey(
                        name: "FK_clips_enclosures_enclosure_id",
                        column: x => x.enclosure_id,
                        principalTable: "enclosures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "enclosure_copies",
                columns: table => new
                {
                    enclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enclosure_copies", x => new { x.enclosure_id, x.channel });
                    table.ForeignKey(
                        name: "FK_enclosure_copies_enclosures_enclosure_id",
                        column: x => x.enclosure_id,
                        principalTable: "enclosures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_clips_enclosure_id",
                table: "clips",
                column: "enclosure_id");

            migrationBuilder.CreateIndex(
                name: "ix_clips_open",
                table: "clips",
                column: "state",
                filter: "state IN ('Fetching', 'Waiting')");

            migrationBuilder.CreateIndex(
                name: "ix_clips_played",
                table: "clips",
                columns: new[] { "subject", "tongue" },
                unique: true,
                filter: "state = 'Approved'");

            migrationBuilder.CreateIndex(
                name: "ux_loudspeaker_plays",
                table: "loudspeaker_plays",
                columns: new[] { "session_id", "place_code", "times" },
                unique: true);

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

            // Until now one word stopped everything that was not asked for.
            migrationBuilder.Sql("UPDATE people SET stopped_notices_at = stopped_at");
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

            migrationBuilder.DropTable(
                name: "clips");

            migrationBuilder.DropTable(
                name: "enclosure_copies");

            migrationBuilder.DropTable(
                name: "loudspeaker_plays");

            migrationBuilder.DropTable(
                name: "enclosures");

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
                name: "service",
                table: "waiting_entries");

            migrationBuilder.DropColumn(
                name: "household",
                table: "villagers");

            migrationBuilder.DropColumn(
                name: "services",
                table: "sessions");

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
                name: "stopped_notices_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "encloses",
                table: "outgoing_messages");

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
                name: "picture_id",
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

            migrationBuilder.DropColumn(
                name: "recording",
                table: "incoming_messages");

            migrationBuilder.DropColumn(
                name: "encloses",
                table: "chat_lines");

            migrationBuilder.RenameColumn(
                name: "counts_until",
                table: "send_rounds",
                newName: "at");

            migrationBuilder.RenameIndex(
                name: "IX_send_rounds_channel_counts_until",
                table: "send_rounds",
                newName: "IX_send_rounds_channel_at");

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
