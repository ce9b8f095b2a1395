import remarkFineprint from 'fineprint/remark';

export default {
  plugins: [
    [remarkFineprint, { presets: ['recommended'], rules: { 'third-party/open-ended-data': 'info' } }],
  ],
};
