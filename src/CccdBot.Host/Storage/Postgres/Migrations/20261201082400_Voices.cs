using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Voices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "encloses",
                table: "outgoing_messages",
                type: "character varying(50)",
                maxLength: 50,
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
                name: "clips",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clips");

            migrationBuilder.DropTable(
                name: "enclosure_copies");

            migrationBuilder.DropTable(
                name: "enclosures");

            migrationBuilder.DropColumn(
                name: "encloses",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "recording",
                table: "incoming_messages");

            migrationBuilder.DropColumn(
                name: "encloses",
                table: "chat_lines");
        }
    }
}
