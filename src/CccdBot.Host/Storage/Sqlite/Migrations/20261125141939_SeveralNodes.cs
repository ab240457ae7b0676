using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CccdBot.Host.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SeveralNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outgoing_sending",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "ix_incoming_open",
                table: "incoming_messages");

            migrationBuilder.AddColumn<Guid>(
                name: "claimed_by",
                table: "outgoing_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "retry_at",
                table: "incoming_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "channel_rests",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_rests", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "chat_paces",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    free_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ready_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chat_paces", x => new { x.channel, x.address });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "nodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    beats = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder_looks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send_rounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send_rounds", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_open",
                table: "outgoing_messages",
                columns: new[] { "channel", "address" },
                filter: "state IN ('Queued', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_sending",
                table: "outgoing_messages",
                column: "kind",
                filter: "state = 'Sending'");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_set_aside",
                table: "incoming_messages",
                column: "id",
                filter: "state = 'SetAside'");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_waiting",
                table: "incoming_messages",
                columns: new[] { "channel", "address", "id" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_send_rounds_channel_at",
                table: "send_rounds",
                columns: new[] { "channel", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_rests");

            migrationBuilder.DropTable(
                name: "chat_paces");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropTable(
                name: "reminder_looks");

            migrationBuilder.DropTable(
                name: "send_rounds");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_open",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_sending",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "ix_incoming_set_aside",
                table: "incoming_messages");

            migrationBuilder.DropIndex(
                name: "ix_incoming_waiting",
                table: "incoming_messages");

            migrationBuilder.DropColumn(
                name: "claimed_by",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "retry_at",
                table: "incoming_messages");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_sending",
                table: "outgoing_messages",
                column: "id",
                filter: "state = 'Sending'");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_open",
                table: "incoming_messages",
                column: "id",
                filter: "state <> 'Handled'");
        }
    }
}
