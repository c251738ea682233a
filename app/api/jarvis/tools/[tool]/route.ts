import { withKiosk } from '@/lib/http/with-kiosk';
import { toolCall } from '@/lib/voice/schemas';
import { useTool } from '@/lib/voice/use-tool';

/** Runs one tool for the kiosk's open conversation. */
export const POST = withKiosk<typeof toolCall, { tool: string }>(
  async ({ actor, input, params }) => Response.json(await useTool(actor, params.tool, input)),
  { body: toolCall },
);
